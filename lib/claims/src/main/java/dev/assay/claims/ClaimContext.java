// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.util.Set;

/** What stands around a claim, and whether it lets the claim mean what it says. */
record ClaimContext(ClaimTokens row) {

  /** Words before and after a claim that may change its meaning. */
  static final int NEAR = 14;

  /** Whether an expression may begin at a token: not in its middle, and not at a dangling dash. */
  boolean begins(int at) {
    ClaimToken token = row.at(at);
    if (!row.isMinus(at)) {
      return token.is(Kind.NUMBER)
          || token.is(Kind.OPEN)
          || token.is(Kind.FRACTION)
          || token.is(Kind.ROOT);
    }
    ClaimToken before = row.at(at - 1);
    return switch (before.kind()) {
      case NEWLINE, OPEN, EQUAL, ABOUT, PUNCTUATION, BULLET -> true;
      case DELIMITER -> before.touches(token) || token.touches(row.at(at + 1));
      case WORD -> token.touches(row.at(at + 1)) && !before.touches(token);
      default -> false;
    };
  }

  /** Whether the right side is said to be rounded, in the words after it or before the left. */
  boolean about(Side left, Side right) {
    for (int i = right.to(); i < right.to() + NEAR && !isEnd(i); i++) {
      if (isAbout(i)) {
        return true;
      }
    }
    for (int i = left.from() - 1; i >= left.from() - NEAR / 2 && !isEnd(i); i--) {
      if (isAbout(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAbout(int at) {
    return row.at(at).is(Kind.ABOUT) || (row.at(at).is(Kind.WORD) && ClaimWords.about(row.at(at)));
  }

  private boolean isEnd(int at) {
    return row.at(at).is(Kind.NEWLINE) || row.at(at).is(Kind.PUNCTUATION, ".");
  }

  void doubts(Side left, Side right, Set<Doubt> doubts) {
    if (goesOnBefore(left) || goesOnAfter(right)) {
      doubts.add(Doubt.GOES_ON);
    }
    if (isTurned(left, right)) {
      doubts.add(Doubt.CONTEXT);
    }
    if (row.at(left.from() - 1).is(Kind.BULLET)) {
      doubts.add(Doubt.READING);
    }
  }

  private boolean goesOnBefore(Side left) {
    ClaimToken first = row.at(left.from());
    int at = left.from() - 1;
    while (row.at(at).is(Kind.DELIMITER)) {
      at--;
    }
    ClaimToken before = row.at(at);
    return switch (before.kind()) {
      case NEWLINE, BULLET, EQUAL, ABOUT -> false;
      case PUNCTUATION ->
          (before.touches(first) && !before.text().equals("\"")) || before.text().equals("|");
      case OPEN -> before.mate() == ClaimToken.ALONE;
      case WORD -> belongs(before, first);
      default -> true;
    };
  }

  private static boolean belongs(ClaimToken word, ClaimToken first) {
    boolean letter =
        ClaimWords.isLetter(word) && !word.text().equals("a") && !word.text().equals("I");
    return word.touches(first) || letter || ClaimWords.takesPartBefore(word);
  }

  private boolean goesOnAfter(Side right) {
    int at = row.pastDelimiters(right.to());
    ClaimToken last = row.at(right.to() - 1);
    ClaimToken after = row.at(at);
    return switch (after.kind()) {
      case NEWLINE, BULLET, EQUAL, ABOUT, BANG -> false;
      case PUNCTUATION -> after.text().equals("|") || isRatio(at) || isSplit(last, at);
      case CLOSE -> after.mate() == ClaimToken.ALONE && !after.text().equals("}");
      case WORD -> at == right.to() && carriesOn(last, after, at);
      case OPEN -> !row.at(at + 1).is(Kind.WORD) || last.touches(after);
      default -> true;
    };
  }

  private boolean isRatio(int at) {
    return row.at(at).text().equals(":") && row.at(at + 1).is(Kind.NUMBER);
  }

  /** Whether a number goes on after a comma in a way that is not read: {@code 3,2 million}. */
  private boolean isSplit(ClaimToken last, int at) {
    ClaimToken comma = row.at(at);
    ClaimToken next = row.at(at + 1);
    return comma.text().equals(",")
        && last.touches(comma)
        && comma.touches(next)
        && next.is(Kind.NUMBER);
  }

  private boolean carriesOn(ClaimToken last, ClaimToken word, int at) {
    boolean joined = last.touches(word) && !ClaimWords.isJoinedUnit(word);
    boolean letter =
        ClaimWords.isLetter(word) && !word.text().equals("a") && !word.text().equals("I");
    boolean mixed = ClaimWords.lower(word).equals("and") && startsFraction(at + 1);
    return joined || letter || mixed || ClaimWords.takesPartAfter(word);
  }

  private boolean startsFraction(int at) {
    return row.at(at).is(Kind.NUMBER)
        || row.at(at).is(Kind.FRACTION)
        || row.at(at).is(Kind.WORD, "a")
        || row.at(at).is(Kind.WORD, "one")
        || row.at(at).is(Kind.WORD, "half");
  }

  private boolean isTurned(Side left, Side right) {
    for (int i = left.from() - NEAR; i < right.to() + NEAR; i++) {
      if (ClaimWords.changesAll(row.at(i)) || (i >= right.to() && ClaimWords.denies(row.at(i)))) {
        return true;
      }
    }
    for (int i = left.from() - NEAR / 2; i < left.from(); i++) {
      if (row.at(i).is(Kind.WORD) && ClaimWords.averages(row.at(i))) {
        return true;
      }
    }
    return false;
  }
}
