// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.util.List;
import java.util.Set;

/** Tokens in a row, with nothing but line ends before the first and after the last. */
record ClaimTokens(List<ClaimToken> tokens) {

  private static final Set<String> INDEXES = Set.of("0", "1", "2");
  private static final ClaimToken OUTSIDE = ClaimToken.of(Kind.NEWLINE, "", -1, -1);

  ClaimTokens {
    tokens = List.copyOf(tokens);
  }

  int size() {
    return tokens.size();
  }

  ClaimToken at(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : OUTSIDE;
  }

  int pastDelimiters(int from) {
    int at = from;
    while (at(at).is(Kind.DELIMITER)) {
      at++;
    }
    return at;
  }

  /** The last index up to this one at which no delimiter stands. */
  int beforeDelimiters(int from) {
    int at = from;
    while (at(at).is(Kind.DELIMITER)) {
      at--;
    }
    return at;
  }

  boolean isSign(int index) {
    return at(index).is(Kind.OPERATOR, "-") || at(index).is(Kind.OPERATOR, "+");
  }

  /** Whether a dash may be a minus: before the bracket of a formula it is a dash. */
  boolean isMinus(int index) {
    boolean apart = at(index + 1).is(Kind.DELIMITER) && !at(index).touches(at(index + 1));
    boolean sign = at(index).end() - at(index).start() == 1;
    return at(index).is(Kind.OPERATOR, "-") && sign && !apart;
  }

  boolean startsOperand(int from) {
    int at = pastDelimiters(from);
    while (isSign(at) && at < from + 4) {
      at = pastDelimiters(at + 1);
    }
    return switch (at(at).kind()) {
      case NUMBER, FRACTION, ROOT -> true;
      case OPEN -> at(at).mate() != ClaimToken.ALONE && !at(at + 1).is(Kind.WORD);
      default -> false;
    };
  }

  boolean endsOperand(int index) {
    return switch (at(pastDelimiters(index)).kind()) {
      case OPERATOR, EQUAL, ABOUT, CLOSE -> true;
      default -> false;
    };
  }

  /** Whether a letter x multiplies here, and is no variable: {@code 2 x + 3} has one. */
  boolean isTimes(int index) {
    boolean letter = at(index).is(Kind.WORD) && ClaimWords.isTimes(at(index));
    int next = pastDelimiters(index + 1);
    boolean factor = at(next).is(Kind.OPEN) && at(index).touches(at(next));
    return letter && !isSign(next) && !factor && startsOperand(index + 1);
  }

  /** {@code 5x1} may be a variable with an index, {@code 3 x \sqrt{2}} one with a factor. */
  boolean mayBeVariable(int at) {
    ClaimToken letter = at(at);
    ClaimToken next = at(pastDelimiters(at + 1));
    boolean joined = at(at - 1).touches(letter);
    boolean index = letter.touches(next) && INDEXES.contains(next.text());
    boolean factor = next.is(Kind.FRACTION) || next.is(Kind.ROOT);
    return factor || (joined && (index || !next.is(Kind.NUMBER)));
  }

  /** How many tokens a mixed number takes that begins here, or 0 if none does. */
  int mixedNumber(int index) {
    if (!isWhole(index)) {
      return 0;
    }
    boolean plain =
        isWhole(index + 1)
            && at(index + 2).is(Kind.OPERATOR, "/")
            && at(index + 1).touches(at(index + 2))
            && isProper(index + 1, index + 3);
    if (plain) {
      return 4;
    }
    boolean latex =
        at(index + 1).is(Kind.FRACTION)
            && at(index + 1).text().endsWith("frac")
            && at(index + 2).is(Kind.OPEN)
            && at(index + 4).is(Kind.CLOSE)
            && at(index + 5).is(Kind.OPEN)
            && at(index + 7).is(Kind.CLOSE)
            && isProper(index + 3, index + 6);
    return latex ? 8 : 0;
  }

  /** The pieces of the fraction of the mixed number that begins here. */
  List<String> fractionAfter(int index) {
    int top = at(index + 1).is(Kind.FRACTION) ? index + 3 : index + 1;
    int bottom = at(index + 1).is(Kind.FRACTION) ? index + 6 : index + 3;
    return List.of(at(top).text(), "/", at(bottom).text());
  }

  private boolean isWhole(int index) {
    return at(index).is(Kind.NUMBER)
        && at(index).text().length() < 10
        && at(index).text().indexOf('.') < 0;
  }

  private boolean isProper(int top, int bottom) {
    return isWhole(top)
        && isWhole(bottom)
        && Long.parseLong(at(top).text()) < Long.parseLong(at(bottom).text());
  }
}
