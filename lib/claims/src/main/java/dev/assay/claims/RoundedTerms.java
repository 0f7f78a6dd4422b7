// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.equality.math.Rational;
import java.util.List;
import java.util.Optional;

/** Sums whose quotients were made whole one by one, as whoever counts multiples does. */
final class RoundedTerms {

  private static final int MOST = 40;

  private RoundedTerms() {}

  /** Whether every quotient of a sum was made whole: {@code 200/25 + 200/125 = 8 + 1}. */
  static boolean agree(Side left, Side right) {
    List<List<String>> terms = SignedTerms.of(left.pieces());
    List<List<String>> whole = SignedTerms.of(right.pieces());
    if (terms.size() < 2 || terms.size() != whole.size() || terms.size() > MOST) {
      return false;
    }
    for (int i = 0; i < terms.size(); i++) {
      if (!isNear(Side.value(terms.get(i)), Side.value(whole.get(i)))) {
        return false;
      }
    }
    return left.pieces().contains("/");
  }

  private static boolean isNear(Optional<Rational> term, Optional<Rational> whole) {
    return term.isPresent()
        && whole.filter(Rational::isInteger).isPresent()
        && term.get().minus(whole.get()).abs().compareTo(Rational.ONE) < 0;
  }
}
