// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.util.List;
import java.util.Set;

/** Whether words after a side make something else of its last number. */
record Remainders(ClaimTokens row) {

  private static final int MOST_WORDS = 3;
  private static final Set<String> MONTHS = ClaimWords.words("month");
  private static final Set<String> FRACTIONS = Set.of("a", "one", "half");
  private static final List<String> OPERATORS = List.of("+", "*", "/");

  /** Whether a side is only a part of what it and the words after it say. */
  boolean goOn(Side left, Side right) {
    int at = right.to();
    ClaimToken last = row.at(at - 1);
    ClaimToken word = row.at(at);
    boolean joined = last.touches(word) && !ClaimWords.isJoinedUnit(word);
    boolean letter = ClaimWords.isLetter(word) && !isArticle(at);
    boolean mixed = lower(at).equals("and") && startsFraction(at + 1);
    return joined
        || letter
        || mixed
        || ClaimWords.takesPartAfter(word)
        || isMonth(at)
        || isComparison(at)
        || isShare(at, left, right)
        || goesOnPastUnits(at);
  }

  private boolean isMonth(int at) {
    return Character.isUpperCase(row.at(at).text().charAt(0)) && MONTHS.contains(lower(at));
  }

  private boolean isArticle(int at) {
    boolean word = row.at(at).text().equals("a") || row.at(at).text().equals("I");
    return word && row.at(at + 1).is(Kind.WORD);
  }

  private boolean startsFraction(int at) {
    return switch (row.at(at).kind()) {
      case NUMBER, FRACTION -> true;
      case WORD -> FRACTIONS.contains(row.at(at).text()) && new WordShares(row).at(at).isEmpty();
      default -> false;
    };
  }

  private boolean isComparison(int at) {
    return (lower(at).equals("more") || lower(at).equals("fewer"))
        && row.at(at + 1).is(Kind.WORD, "than");
  }

  /** {@code 120% of the price}, if there is no share on the left side. */
  private boolean isShare(int at, Side left, Side right) {
    return lower(at).equals("of") && isShare(right) && !isShare(left);
  }

  private static boolean isShare(Side side) {
    return side.percent() || side.pieces().contains("/");
  }

  /** {@code 96 potatoes / x}, {@code 6 feet 10 inches}, {@code 3 groups of 5}. */
  private boolean goesOnPastUnits(int from) {
    int at = from;
    while (at < from + MOST_WORDS
        && row.at(at).is(Kind.WORD)
        && !ClaimWords.endsUnits(row.at(at))
        && !lower(at).equals("of")) {
      at++;
    }
    boolean and = row.at(at).is(Kind.PUNCTUATION, ",") || lower(at).equals("and");
    int next = and ? at + 1 : at;
    boolean compound =
        row.at(next).is(Kind.NUMBER) && measures(at - 1) && measures(next + 1) && at > from;
    boolean groups = at > from && lower(at).equals("of") && row.at(at + 1).is(Kind.NUMBER);
    return compound || groups || (at > from && isOperator(at));
  }

  private boolean measures(int at) {
    return row.at(at).is(Kind.WORD) && CountedUnits.has(lower(at));
  }

  /** A slash before a word of several letters is part of the unit. */
  private boolean isOperator(int at) {
    ClaimToken next = row.at(at + 1);
    boolean unit = next.is(Kind.WORD) && !ClaimWords.isLetter(next);
    boolean slash = row.at(at).text().equals("/");
    return row.at(at).is(Kind.OPERATOR)
        && OPERATORS.contains(row.at(at).text())
        && !(slash && unit);
  }

  private String lower(int at) {
    return ClaimWords.lower(row.at(at));
  }
}
