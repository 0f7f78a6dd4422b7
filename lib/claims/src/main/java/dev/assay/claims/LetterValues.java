// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What letters stand for. */
final class LetterValues {

  /** No formula of more is read; and letters for letters for letters grow fast. */
  private static final int MOST_PIECES = 500;

  private final Map<String, Side> sides = new HashMap<>();

  void put(String letter, Side side) {
    sides.put(letter, side);
  }

  boolean has(String letter) {
    return sides.containsKey(letter);
  }

  Optional<Side> get(String letter) {
    return Optional.ofNullable(sides.get(letter));
  }

  /** A formula of letters with their values put in, or empty if a letter has none. */
  Optional<Side> in(List<String> letters) {
    List<String> pieces = new ArrayList<>();
    for (String text : letters) {
      if (Chains.isLetter(text)) {
        Optional<Side> known = get(text);
        if (known.isEmpty()) {
          return Optional.empty();
        }
        pieces.add("(");
        pieces.addAll(known.get().pieces());
        pieces.add(")");
      } else {
        pieces.add(round(text));
      }
      if (pieces.size() > MOST_PIECES) {
        return Optional.empty();
      }
    }
    int operations = (int) letters.stream().filter(Regrouping::isOperator).count();
    return Optional.of(new Side(0, 0, pieces, operations, false, false, Set.of()));
  }

  private static String round(String text) {
    return switch (text) {
      case "[", "{" -> "(";
      case "]", "}" -> ")";
      default -> text;
    };
  }
}
