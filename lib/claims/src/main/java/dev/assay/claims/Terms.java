// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.equality.math.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The terms of a sum, each with its sign. */
final class Terms {

  private static final int MOST = 40;

  private Terms() {}

  /** The pieces between the signs that stand outside brackets. */
  static List<List<String>> of(List<String> pieces) {
    List<List<String>> terms = new ArrayList<>(List.of(new ArrayList<>()));
    int depth = 0;
    for (String piece : pieces) {
      depth += Regrouping.depthChange(piece);
      List<String> last = terms.getLast();
      boolean sign = piece.equals("+") || piece.equals("-");
      boolean ends =
          sign && depth == 0 && !last.isEmpty() && !Regrouping.isOperator(last.getLast());
      if (ends) {
        terms.add(new ArrayList<>());
      }
      if (!ends || piece.equals("-")) {
        terms.getLast().add(piece);
      }
    }
    return terms;
  }

  /** Whether every quotient of a sum was made whole: {@code 200/25 + 200/125 = 8 + 1}. */
  static boolean rounded(Side left, Side right) {
    List<List<String>> terms = of(left.pieces());
    List<List<String>> whole = of(right.pieces());
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
