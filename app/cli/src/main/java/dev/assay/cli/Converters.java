// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says what was expected of those that are none. */
final class Converters {

  private static final int LAST_PORT = 65_535;

  private Converters() {}

  /** A path of at least one character: a blank one would be the current folder. */
  static Path path(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("blank (expected: a path)");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "'%s' (expected: a path in UTF-8; the locale here knows only %s)"
              .formatted(text, System.getProperty("sun.jnu.encoding")));
    }
  }

  /** The address of a server. */
  static URI server(String text) {
    try {
      URI url = new URI(text.strip());
      boolean http = "http".equalsIgnoreCase(url.getScheme());
      boolean known = http || "https".equalsIgnoreCase(url.getScheme());
      if (known && url.getHost() != null && url.getPort() <= LAST_PORT) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw noServer(text);
    }
    throw noServer(text);
  }

  private static TypeConversionException noServer(String text) {
    return new TypeConversionException("'" + text + "' (expected: such as http://127.0.0.1:8080)");
  }

  /** A value of ours by its name. */
  static <T> ITypeConverter<T> named(Function<String, T> parse) {
    return name -> {
      try {
        return parse.apply(name);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }
}
