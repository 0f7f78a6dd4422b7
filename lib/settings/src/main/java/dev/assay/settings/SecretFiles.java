// SPDX-License-Identifier: Apache-2.0
package dev.assay.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that lie in files, as containers are handed them: {@code ASSAY_X_FILE} names the file
 * that holds the value of {@code ASSAY_X}, so that a password stands in no environment that others
 * can list.
 */
public final class SecretFiles {

  private static final String OURS = "ASSAY_";
  private static final String FILE = "_FILE";

  /** Far beyond any key or login; what is longer is another file. */
  private static final int MOST_BYTES = 65_536;

  private SecretFiles() {}

  /** The environment of this process with the values that lie in files. */
  public static Map<String, String> environment() {
    return resolve(System.getenv());
  }

  /**
   * The variables with the values that lie in files; a file that is empty leaves its variable out.
   *
   * @throws IllegalArgumentException by the name of the variable, if a file cannot be read, is no
   *     text, or if its value is given twice
   */
  public static Map<String, String> resolve(Map<String, String> variables) {
    Map<String, String> all = new TreeMap<>(variables);
    all.putAll(values(variables));
    return all;
  }

  /**
   * Only the values that lie in files, by the names of the variables that they stand for.
   *
   * @throws IllegalArgumentException as {@link #resolve} does
   */
  public static Map<String, String> values(Map<String, String> variables) {
    Map<String, String> values = new TreeMap<>();
    variables.forEach(
        (name, file) -> {
          if (isNamed(name) && !file.isBlank()) {
            String value = value(name, file.strip(), variables);
            if (!value.isEmpty()) {
              values.put(meant(name), value);
            }
          }
        });
    return values;
  }

  private static boolean isNamed(String name) {
    return name.startsWith(OURS)
        && name.endsWith(FILE)
        && name.length() > OURS.length() + FILE.length();
  }

  private static String meant(String name) {
    return name.substring(0, name.length() - FILE.length());
  }

  private static String value(String name, String file, Map<String, String> variables) {
    if (!variables.getOrDefault(meant(name), "").isBlank()) {
      throw new IllegalArgumentException(
          "%s and %s: both are set (expected: one of them)".formatted(meant(name), name));
    }
    try {
      return withoutEndOfLine(text(name, Path.of(file)));
    } catch (NoSuchFileException e) {
      throw wrong(name, "there is no " + file, e);
    } catch (IOException | InvalidPathException e) {
      throw wrong(name, "cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static String text(String name, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw wrong(name, file + " is longer than " + MOST_BYTES + " bytes", null);
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw wrong(name, file + " is not UTF-8", e);
    }
  }

  /** Editors and echo end a file with a line break that is no part of the secret. */
  private static String withoutEndOfLine(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  private static IllegalArgumentException wrong(
      String name, String what, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "%s: %s (expected: a file that this process may read, with the value of %s)"
            .formatted(name, what, meant(name)),
        cause);
  }
}
