// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import java.util.ArrayList;
import java.util.List;

/** The terms of a sum, each with its sign. */
final class SignedTerms {

  private SignedTerms() {}

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
}
