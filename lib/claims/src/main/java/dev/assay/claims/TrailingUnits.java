// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reads over what stands after a number and before the next operator: {@code 3 apples * 2}, {@code
 * 60 miles/hour *}, {@code $105 (lost income) - $90}. Words that do not lead to an operator or an
 * equals sign are prose, and end the expression.
 */
record TrailingUnits(ClaimTokens row) {

  private static final int MOST_TOKENS = 9;
  private static final int LONGEST_COMMENT = 14;

  /** The index past the units, or {@code from} if there are none. */
  int past(int from, boolean inBracket) {
    int at = from;
    while (at - from < MOST_TOKENS) {
      int next = step(at, at == from);
      if (next == at) {
        break;
      }
      at = next;
    }
    boolean words = row.at(from).is(Kind.DELIMITER) ? hasWord(from, at) : at > from;
    return words && (leadsOn(at, inBracket) || isSubject(from, at)) ? at : from;
  }

  private int step(int at, boolean first) {
    ClaimToken token = row.at(at);
    return switch (token.kind()) {
      case WORD -> isUnit(at, first) ? at + 1 : at;
      case DELIMITER -> at + 1;
      case OPEN -> comment(at);
      case OPERATOR -> joint(at, first);
      default -> at;
    };
  }

  private boolean isUnit(int at, boolean first) {
    ClaimToken word = row.at(at);
    if (row.isTimes(at) || ClaimWords.endsUnits(word) || EqualWords.leadOn(row, at)) {
      return false;
    }
    boolean joined = row.at(at - 1).touches(word) && !row.at(at - 1).is(Kind.OPERATOR);
    if (joined) {
      return ClaimWords.isJoinedUnit(word);
    }
    if (ClaimWords.lower(word).equals("of")) {
      return !first && row.at(at + 1).is(Kind.WORD);
    }
    return !ClaimWords.isLetter(word) || (word.text().equals("a") && row.at(at + 1).is(Kind.WORD));
  }

  /** A bracket with words only: a comment, or the text of a unit. */
  private int comment(int at) {
    int mate = row.at(at).mate();
    if (mate == ClaimToken.ALONE || mate - at > LONGEST_COMMENT || mate == at + 1) {
      return at;
    }
    if (row.at(at - 1).touches(row.at(at)) && row.at(mate + 1).is(Kind.OPERATOR, "^")) {
      return at;
    }
    boolean aside = row.at(at).text().equals("(");
    for (int i = at + 1; i < mate; i++) {
      boolean harmless =
          switch (row.at(i).kind()) {
            case WORD -> aside || !ClaimWords.endsUnits(row.at(i));
            case PUNCTUATION, DELIMITER -> true;
            case OPERATOR -> row.at(i).text().equals("/") || row.at(i).text().equals("-");
            default -> false;
          };
      if (!harmless) {
        return at;
      }
    }
    return hasWord(at, mate) && !isVariable(at, mate) ? mate + 1 : at;
  }

  private boolean isVariable(int open, int close) {
    for (int i = open + 1; i < close; i++) {
      if (row.at(i).is(Kind.WORD) && !ClaimWords.isName(row.at(i))) {
        return false;
      }
    }
    return row.at(open).text().equals("(");
  }

  /** What joins words: {@code miles/hour}, {@code year-old}, {@code cm^2}. */
  private int joint(int at, boolean first) {
    ClaimToken sign = row.at(at);
    ClaimToken next = row.at(at + 1);
    boolean word = !first && (row.at(at - 1).is(Kind.WORD) || row.at(at - 1).is(Kind.CLOSE));
    if (sign.text().equals("^") && word && next.is(Kind.NUMBER)) {
      return at + 2;
    }
    if (sign.text().equals("^") && word && next.is(Kind.OPEN) && next.mate() == at + 3) {
      return at + 4;
    }
    boolean slash = sign.text().equals("/") && next.is(Kind.WORD);
    boolean hyphen =
        sign.text().equals("-")
            && next.is(Kind.WORD)
            && row.at(at - 1).touches(sign)
            && sign.touches(next);
    return slash || hyphen ? at + 1 : at;
  }

  private boolean leadsOn(int at, boolean inBracket) {
    ClaimToken token = row.at(at);
    return switch (token.kind()) {
      case EQUAL, ABOUT -> true;
      case OPERATOR -> !token.text().equals("^") && !opens(at) && row.startsOperand(at + 1);
      case CLOSE -> inBracket;
      case WORD -> row.isTimes(at);
      case NEWLINE -> row.at(at + 1).is(Kind.EQUAL);
      default -> false;
    };
  }

  /** Whether the units lead to words for an equals sign: longer phrases are prose. */
  private boolean isSubject(int from, int at) {
    return at - from <= 2 && row.at(at).is(Kind.WORD) && EqualWords.leadOn(row, at);
  }

  /** Whether a sign is the first thing in a formula set apart from prose: no operator after it. */
  private boolean opens(int sign) {
    ClaimToken before = row.at(sign - 1);
    return before.is(Kind.DELIMITER)
        && (before.touches(row.at(sign)) || before.text().equals("\\("));
  }

  private boolean hasWord(int from, int to) {
    for (int i = from; i < to; i++) {
      if (row.at(i).is(Kind.WORD)) {
        return true;
      }
    }
    return false;
  }

  Set<Doubt> doubts(int from, int to) {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    for (int i = from; i < to; i++) {
      if (row.at(i).is(Kind.WORD) && ClaimWords.scales(row.at(i))) {
        doubts.add(Doubt.UNITS);
      }
    }
    return doubts;
  }
}
