// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: 90s, 2m, 500ms, and as ISO 8601 does: PT2M. */
final class Durations {

  private static final String EXPECTED = " (expected: such as 60s, 2m, 500ms or PT2M)";

  private Durations() {}

  static Duration parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    try {
      if (plain.matches("\\d{1,9}ms")) {
        return Duration.ofMillis(Long.parseLong(plain.substring(0, plain.length() - 2)));
      }
      return Duration.parse(plain.startsWith("p") ? plain : "pt" + plain);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(text + EXPECTED);
    }
  }

  /** Seconds with one decimal, as in 9.8 s. */
  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
