// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table: the value for machines, and how people read it.
 *
 * @param value a number or a text, or null where there is nothing to say
 */
public record Cell(@Nullable Object value, String shown) {

  private static final double HUNDRED = 100;
  private static final double LEAST_PLAIN = 0.001;
  private static final int PLAIN_DECIMALS = 3;

  public Cell {
    Objects.requireNonNull(shown, "shown");
  }

  public static Cell text(String text) {
    return new Cell(text, text);
  }

  public static Cell count(long count) {
    return new Cell(count, Long.toString(count));
  }

  public static Cell number(double value, int decimals) {
    return new Cell(value, String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  /** A figure with the digits that it was printed with; nothing where none was printed. */
  public static Cell printed(String figure) {
    return figure.isBlank() ? none() : new Cell(Double.valueOf(figure), figure);
  }

  /** A share from 0 to 1, shown in percent with one decimal. */
  public static Cell percent(double share) {
    return percent(share, 1);
  }

  public static Cell percent(double share, int decimals) {
    return new Cell(share, String.format(Locale.ROOT, "%." + decimals + "f", HUNDRED * share));
  }

  /** The p of a test: by its power of ten only where it is too small for three decimals. */
  public static Cell probability(double p) {
    return p >= LEAST_PLAIN
        ? number(p, PLAIN_DECIMALS)
        : new Cell(p, String.format(Locale.ROOT, "%.1e", p));
  }

  public static Cell none() {
    return new Cell(null, "");
  }
}
