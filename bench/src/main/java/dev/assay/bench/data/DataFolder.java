// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.data;

import dev.assay.contracts.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
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
public record DataFolder(Path root) {

  public boolean has(String file) {
    return Files.isRegularFile(root.resolve(file));
  }

  /**
   * Reads a whole JSON document.
   *
   * @throws BadDataException if it is missing or no JSON
   */
  public JsonNode json(String file) {
    try {
      return Json.mapper().readTree(text(file));
    } catch (JacksonException e) {
      throw new BadDataException(root.resolve(file) + " is not JSON: " + e.getOriginalMessage());
    }
  }

  /**
   * Reads a document for each line.
   *
   * @throws BadDataException if the file is missing, or names the line that is no JSON
   */
  public List<JsonNode> jsonLines(String file) {
    List<JsonNode> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          rows.add(Json.mapper().readTree(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root.resolve(file), e);
    } catch (JacksonException e) {
      throw new BadDataException(
          root.resolve(file) + ", row " + (rows.size() + 1) + ": " + e.getOriginalMessage());
    }
    return rows;
  }

  /** Reads a whole text. */
  public String text(String file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root.resolve(file), e);
    }
  }

  private InputStream open(String file) throws IOException {
    Path path = root.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new BadDataException("no file " + path + " (expected: a recorded set)");
    }
    InputStream in = Files.newInputStream(path);
    return file.endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}
