// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the {@linkplain Chain chains} of a step, and the formulas of letters that it quotes. */
final class Chains {

  private static final int LONGEST = 60;

  private final ClaimTokens row;
  private final List<Side> sides;

  Chains(ClaimTokens row, List<Side> sides) {
    this.row = row;
    this.sides = sides;
  }

  List<Chain> all() {
    List<Chain> chains = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      headedBy(i).ifPresent(chains::add);
    }
    return chains;
  }

  private Optional<Chain> headedBy(int index) {
    int equal = row.beforeDelimiters(sides.get(index).from() - 1);
    if (!row.at(equal).is(Kind.EQUAL)) {
      return Optional.empty();
    }
    int from = equal;
    while (isFormula(row.beforeDelimiters(from - 1)) && equal - from < LONGEST) {
      from = row.beforeDelimiters(from - 1);
    }
    List<String> letters = texts(from, equal);
    return letters.stream().noneMatch(Chains::isLetter)
        ? Optional.empty()
        : Optional.of(new Chain(letters, from, linked(index)));
  }

  private List<Side> linked(int index) {
    List<Side> linked = new ArrayList<>(List.of(sides.get(index)));
    int next = index + 1;
    while (next < sides.size() && follows(linked.getLast(), sides.get(next))) {
      linked.add(sides.get(next++));
    }
    return linked;
  }

  private boolean follows(Side side, Side next) {
    int equal = row.pastDelimiters(side.to());
    return row.at(equal).is(Kind.EQUAL) && row.beforeDelimiters(next.from() - 1) == equal;
  }

  private boolean isFormula(int at) {
    return switch (row.at(at).kind()) {
      case NUMBER, OPERATOR, OPEN, CLOSE -> true;
      case WORD -> ClaimWords.isLetter(row.at(at));
      default -> false;
    };
  }

  private List<String> texts(int from, int to) {
    List<String> texts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (!row.at(i).is(Kind.DELIMITER)) {
        texts.add(row.at(i).text());
      }
    }
    return texts;
  }

  static boolean isLetter(String text) {
    return text.length() == 1 && Character.isLetter(text.charAt(0));
  }

  /** The first formula of letters between quotation marks. */
  Optional<List<String>> quoted() {
    for (int open = 0; open < row.size(); open++) {
      if (isQuote(open)) {
        int close = open + 1;
        while (isFormula(close) && close - open < LONGEST) {
          close++;
        }
        if (isQuote(close) && close > open + 1) {
          return Optional.of(texts(open + 1, close));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isQuote(int at) {
    return row.at(at).is(Kind.PUNCTUATION) && "\"“”".contains(row.at(at).text());
  }
}
