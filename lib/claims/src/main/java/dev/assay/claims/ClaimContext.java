// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import dev.assay.equality.math.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands around a claim, and whether it lets the claim mean what it says. */
final class ClaimContext {

  /** Words before and after a claim that may change its meaning. */
  static final int NEAR = Hypotheses.NEAR;

  /** How far before a claim a word that says how exact it is may stand. */
  private static final int CLOSE_BY = 3;

  private static final Set<String> QUOTES = Set.of("\"", "“", "`");

  private final ClaimTokens row;
  private final Hypotheses hypotheses;
  private final LeadingWords names;
  private final Remainders remainders;
  private final WordShares shares;

  ClaimContext(ClaimTokens row) {
    this.row = row;
    this.hypotheses = new Hypotheses(row);
    this.names = new LeadingWords(row);
    this.remainders = new Remainders(row);
    this.shares = new WordShares(row);
  }

  /** Whether an expression may begin at a token: not in its middle, and not at a dangling dash. */
  boolean begins(int at) {
    ClaimToken token = row.at(at);
    if (row.isMinus(at)) {
      return beginsAtMinus(token, row.at(at - 1), at);
    }
    return switch (token.kind()) {
      case NUMBER, OPEN, FRACTION, ROOT -> true;
      case WORD ->
          shares.at(at).isPresent()
              || FunctionReader.begins(row, at)
              || WordOperations.begins(row, at);
      case SYMBOL -> FunctionReader.begins(row, at);
      default -> false;
    };
  }

  private boolean beginsAtMinus(ClaimToken token, ClaimToken before, int at) {
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
    for (int i = left.from() - 1; i >= left.from() - CLOSE_BY && !isEnd(i); i--) {
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
    if (goesOnBefore(left) || goesOnAfter(left, right)) {
      doubts.add(Doubt.GOES_ON);
    }
    if (hypotheses.turn(left, right)) {
      doubts.add(Doubt.CONTEXT);
    }
    boolean bullet = row.at(left.from() - 1).is(Kind.BULLET) && holdsWithMinus(left, right);
    if (bullet || (row.at(left.from() - 1).is(Kind.NEWLINE) && holdsWithoutMinus(left, right))) {
      doubts.add(Doubt.READING);
    }
    boolean running = row.at(row.beforeDelimiters(left.from() - 1)).is(Kind.EQUAL) || left.units();
    if (running && runsOn(left, right)) {
      doubts.add(Doubt.RUNNING);
    }
  }

  /** The same for two sides with a word for an equals sign between them. */
  void wordDoubts(Side left, Side right, Set<Doubt> doubts) {
    int from =
        row.at(left.from()).is(Kind.WORD) ? WordOperations.subject(row, left.from()) : left.from();
    if (names.makeSubject(row.beforeDelimiters(from - 1))) {
      doubts.add(Doubt.GOES_ON);
    }
    List<String> counted = SideUnits.of(row, left).names();
    List<String> result = SideUnits.of(row, right).names();
    boolean unit = row.at(left.to() - 1).is(Kind.WORD);
    if (unit && !result.isEmpty() && !counted.contains(result.getLast())) {
      doubts.add(Doubt.UNITS);
    }
  }

  /** {@code 2 * 26 = 52 + 2 * 12 = 24}: only the last product is meant. */
  private static boolean runsOn(Side left, Side right) {
    Optional<Rational> product = left.lastProduct();
    return product.isPresent() && (product.equals(right.value()) || product.equals(right.first()));
  }

  /** Whether a dash that is most likely a bullet makes a claim true if it is a minus. */
  private static boolean holdsWithMinus(Side left, Side right) {
    List<String> pieces = new ArrayList<>(left.pieces());
    pieces.addFirst("-");
    return Side.value(pieces).equals(right.value());
  }

  /** Whether a minus that opens a line makes a claim true if it is a bullet. */
  private static boolean holdsWithoutMinus(Side left, Side right) {
    List<String> pieces = left.pieces();
    return pieces.getFirst().equals("-")
        && left.operations() == 0
        && pieces.size() > 1
        && Side.value(pieces.subList(1, pieces.size())).equals(right.value());
  }

  private boolean goesOnBefore(Side left) {
    ClaimToken first = row.at(left.from());
    int at = row.beforeDelimiters(left.from() - 1);
    ClaimToken before = row.at(at);
    return switch (before.kind()) {
      case NEWLINE -> isBroken(at);
      case BULLET, EQUAL, ABOUT -> false;
      case PUNCTUATION ->
          (before.touches(first) && !QUOTES.contains(before.text())) || before.text().equals("|");
      case OPEN -> before.mate() == ClaimToken.ALONE;
      case WORD -> names.take(at, left);
      case SYMBOL -> !isMark(at) || !endsThought(at - 1);
      default -> true;
    };
  }

  /** Whether the line before ends in the middle of a calculation. */
  private boolean isBroken(int newline) {
    int at = newline;
    while (row.at(at).is(Kind.NEWLINE) && at > 0) {
      at--;
    }
    return row.at(at).is(Kind.OPERATOR) && at > 0;
  }

  private boolean goesOnAfter(Side left, Side right) {
    int at = row.pastDelimiters(right.to());
    ClaimToken last = row.at(right.to() - 1);
    ClaimToken after = row.at(at);
    return switch (after.kind()) {
      case NEWLINE, BULLET, EQUAL, ABOUT, BANG -> false;
      case PUNCTUATION -> after.text().equals("|") || isRatio(at) || isSplit(last, at);
      case CLOSE -> after.mate() == ClaimToken.ALONE && !after.text().equals("}");
      case WORD -> at == right.to() && remainders.goOn(left, right);
      case OPEN -> last.touches(after) || !isComment(at + 1);
      case SYMBOL -> !isMark(at) || !(endsThought(at + 1) || row.at(at + 1).is(Kind.WORD));
      default -> true;
    };
  }

  /** A tick, an arrow or a face, where it is no sign for something to be calculated with. */
  private boolean isMark(int at) {
    return Character.getType(row.at(at).text().codePointAt(0)) == Character.OTHER_SYMBOL;
  }

  private boolean endsThought(int at) {
    return switch (row.at(at).kind()) {
      case NEWLINE, PUNCTUATION, BULLET -> true;
      case SYMBOL -> isMark(at);
      default -> false;
    };
  }

  private boolean isComment(int at) {
    boolean article = row.at(at).is(Kind.WORD, "a") && row.at(at + 1).is(Kind.WORD);
    return row.at(at).is(Kind.WORD) && (article || !ClaimWords.isName(row.at(at)));
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
}
