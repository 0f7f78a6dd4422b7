// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.util.List;
import java.util.Set;

/**
 * What a word before a side makes of its first number: a factor, an operand, or the end of a name
 * such as {@code Week 2} or {@code Mary's age (23)}.
 */
record LeadingWords(ClaimTokens row) {

  private static final Set<String> CALCULATES = Set.of("+", "-", "*", "/");

  /** How far before a preposition its verb may stand. */
  private static final int VERB = 6;

  /** How many tokens of a formula are looked at for its end. */
  private static final int FORMULA = 40;

  /** Whether a side is only a part of what it and the word before it say. */
  boolean take(int word, Side side) {
    ClaimToken before = row.at(word);
    return before.touches(row.at(side.from()))
        || isTerm(word)
        || isLetter(before)
        || ClaimWords.takesPartBefore(before)
        || isShare(word)
        || isOperated(word)
        || isLabel(word, side)
        || isCompound(word, side);
  }

  private static boolean isLetter(ClaimToken word) {
    return ClaimWords.isLetter(word) && !word.text().equals("a") && !word.text().equals("I");
  }

  /** {@code a third of}, {@code the average of}, but not {@code a total of}. */
  private boolean isShare(int at) {
    ClaimToken whole = row.at(at - 1);
    return lower(at).equals("of")
        && switch (whole.kind()) {
          case NUMBER, PERCENT, CLOSE -> true;
          case WORD -> ClaimWords.takesShare(whole) || isAbsolute(at - 1);
          default -> false;
        };
  }

  private boolean isAbsolute(int at) {
    return lower(at).equals("value") && lower(at - 1).equals("absolute");
  }

  /** {@code multiplying 3 by}, {@code a 3 by}, but not {@code it grows by}. */
  private boolean isOperated(int at) {
    if (!ClaimWords.isPreposition(row.at(at))) {
      return false;
    }
    if (lower(at).equals("by") && row.at(at - 1).is(Kind.NUMBER)) {
      return true;
    }
    for (int i = at - 1; i >= at - VERB && !row.at(i).is(Kind.PUNCTUATION, "."); i--) {
      if (row.at(i).is(Kind.WORD) && ClaimWords.operates(row.at(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a calculation after the word is not what is said to be something: {@code each 2 x 4}.
   */
  boolean makeSubject(int word) {
    ClaimToken before = row.at(word);
    boolean whole = row.at(word - 1).is(Kind.WORD) && ClaimWords.isWhole(row.at(word - 1));
    return switch (before.kind()) {
      case EQUAL, ABOUT -> true;
      case WORD ->
          switch (lower(word)) {
            case "of" -> !whole;
            case "and" -> row.at(word - 1).is(Kind.NUMBER);
            default -> !ClaimWords.leads(before);
          };
      default -> false;
    };
  }

  /** Whether a number stands alone, and is no result. */
  private boolean isListed(int at) {
    return row.at(at).is(Kind.NUMBER)
        && !row.at(at - 1).is(Kind.OPERATOR)
        && !row.at(row.beforeDelimiters(at - 1)).is(Kind.EQUAL);
  }

  /** {@code + Mary's} 44 apples, {@code = Age} 10: what came before is read no more. */
  private boolean isTerm(int word) {
    ClaimToken before = row.at(word - 1);
    return before.is(Kind.EQUAL) || (before.is(Kind.OPERATOR) && !before.text().equals("-"));
  }

  private boolean isLabel(int word, Side side) {
    boolean words = row.at(side.from()).is(Kind.WORD);
    boolean value = !words && side.pieces().stream().noneMatch(CALCULATES::contains);
    boolean bracket = row.at(side.from()).mate() == side.to() - 1;
    boolean name = (value && !opensFormula(side.from() - 1)) || isAside(side.from()) || bracket;
    boolean joins = lower(word).equals("and") && isListed(word - 1);
    return name && (joins || !ClaimWords.leads(row.at(word)));
  }

  /** Whether a formula set apart from prose begins here, and no price. */
  private boolean opensFormula(int at) {
    if (!row.at(at).text().equals("$")) {
      return row.at(at).text().equals("\\(");
    }
    int close = at + 1;
    while (close < at + FORMULA && !row.at(close).text().equals("$")) {
      close++;
    }
    return row.at(close).text().equals("$")
        && row.at(close - 1).touches(row.at(close))
        && !(row.at(close).touches(row.at(close + 1)) && row.at(close + 1).is(Kind.NUMBER));
  }

  /** Whether a bracket holds no calculation of plain numbers. */
  private boolean isAside(int open) {
    int mate = row.at(open).mate();
    if (!row.at(open).is(Kind.OPEN, "(") || mate == ClaimToken.ALONE) {
      return false;
    }
    boolean calculates = false;
    for (int i = open; i < mate; i++) {
      if (row.at(i).is(Kind.WORD) && !row.isTimes(i)) {
        return true;
      }
      calculates |= row.at(i).is(Kind.OPERATOR) || row.at(i).is(Kind.WORD);
    }
    return !calculates && !row.at(mate + 1).is(Kind.OPEN);
  }

  /** {@code 1 hour and} 20 minutes: the rest of one quantity. */
  private boolean isCompound(int word, Side side) {
    int unit = lower(word).equals("and") ? word - 1 : word;
    List<String> units = SideUnits.of(row, side).names();
    return row.at(unit - 1).is(Kind.NUMBER)
        && CountedUnits.has(lower(unit))
        && !units.isEmpty()
        && CountedUnits.has(units.getFirst());
  }

  private String lower(int at) {
    return ClaimWords.lower(row.at(at));
  }
}
