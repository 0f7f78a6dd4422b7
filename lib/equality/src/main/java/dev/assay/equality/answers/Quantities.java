// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.Optional;

/** Reads a number or an expression with its unit, whether that stands before it or behind it. */
final class Quantities {

  private Quantities() {}

  /** The quantity; both of them where there is a plus-minus sign; empty if it is none. */
  static Optional<ParsedAnswer> read(String text) {
    if (text.startsWith("(") && Brackets.enclose(text) && text.indexOf('(', 1) < 0) {
      return read(text.substring(1, text.length() - 1).strip());
    }
    Optional<ParsedAnswer> money = Money.read(text);
    return money.isPresent() ? money : CountedAmounts.read(text);
  }
}
