// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.datasets;

import dev.assay.contracts.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The folder that the recorded sets lie in, one subfolder a set. A name that ends in {@code .gz} is
 * unpacked on the way.
 */
public record DatasetFolder(Path root) {

  /**
   * The folder that somebody named.
   *
   * @throws BadDataException if it is not there, or is no folder
   */
  public static DatasetFolder at(Path root) {
    if (!Files.exists(root)) {
      throw new BadDataException("no folder " + root + " (expected: one with the recorded sets)");
    }
    if (!Files.isDirectory(root)) {
      throw new BadDataException(root + " is a file (expected: the folder of the recorded sets)");
    }
    return new DatasetFolder(root);
  }

  public boolean has(String file) {
    return Files.isRegularFile(root.resolve(file));
  }

  /**
   * Reads a whole JSON document.
   *
   * @throws BadDataException if it is missing, or names the line that is no JSON
   */
  public JsonNode json(String file) {
    try {
      return Json.mapper().readTree(text(file));
    } catch (JacksonException e) {
      throw noJson(file, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e);
    }
  }

  /**
   * Reads a document for each line.
   *
   * @throws BadDataException if the file is missing, or names the line that is no JSON
   */
  public List<JsonNode> jsonLines(String file) {
    List<JsonNode> rows = new ArrayList<>();
    int row = 0;
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        row++;
        if (!line.isBlank()) {
          rows.add(Json.mapper().readTree(line));
        }
      }
    } catch (IOException e) {
      throw new BadDataException(
          root.resolve(file) + " cannot be read after row " + row + ": " + e.getMessage());
    } catch (JacksonException e) {
      throw noJson(file, row, e);
    }
    return rows;
  }

  /**
   * Reads a whole text.
   *
   * @throws BadDataException if it is missing, or cannot be read or unpacked
   */
  public String text(String file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BadDataException(root.resolve(file) + " cannot be read: " + e.getMessage());
    }
  }

  private BadDataException noJson(String file, int row, JacksonException e) {
    return new BadDataException(
        root.resolve(file) + ", row " + row + ", is not JSON: " + e.getOriginalMessage());
  }

  private InputStream open(String file) throws IOException {
    Path path = root.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new BadDataException("no file " + path + ": it is of " + DatasetSources.of(file));
    }
    InputStream in = Files.newInputStream(path);
    if (!file.endsWith(".gz")) {
      return in;
    }
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
