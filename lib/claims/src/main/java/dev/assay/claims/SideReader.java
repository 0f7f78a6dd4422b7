// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Reads the longest expression of numbers from a token on, over the units between its numbers. */
final class SideReader {

  private static final int NONE = -1;
  private static final int DEEPEST = 20;
  private static final int LONGEST = 400;
  private static final int MOST_SIGNS = 3;

  /** Steps for an operand and the operator before it. */
  private static final int OPERAND = 20;

  private final ClaimTokens row;
  private final TrailingUnits units;
  private final WordShares shares;

  private final List<String> pieces = new ArrayList<>();
  private final EnumSet<Doubt> doubts = EnumSet.noneOf(Doubt.class);
  private int operations;
  private boolean hasUnits;
  private boolean takesShare;
  private boolean divides;

  /** How many of the operations are as in {@code 2x4} or {@code 45-54}: a size, a range. */
  private int joined;

  private SideReader(ClaimTokens row) {
    this.row = row;
    this.units = new TrailingUnits(row);
    this.shares = new WordShares(row);
  }

  /** Empty if no expression begins there. */
  static Optional<Side> at(ClaimTokens row, int from) {
    SideReader reader = new SideReader(row);
    int to = reader.expression(from, 0);
    return to == NONE ? Optional.empty() : Optional.of(reader.side(from, to));
  }

  private Side side(int from, int to) {
    boolean adds = pieces.contains("+") || pieces.contains("-");
    if ((takesShare && adds) || (hasUnits && joined > 0 && joined == operations)) {
      doubts.add(Doubt.READING);
    }
    return new Side(from, to, pieces, operations, hasUnits, divides, doubts);
  }

  private int expression(int from, int depth) {
    int at = operand(from, depth);
    while (at != NONE && pieces.size() < LONGEST) {
      int kept = pieces.size();
      int keptOperations = operations;
      Set<Doubt> keptDoubts = EnumSet.copyOf(doubts);
      int next = operator(at);
      next = next == NONE ? NONE : operand(next, depth);
      if (next == NONE) {
        pieces.subList(kept, pieces.size()).clear();
        operations = keptOperations;
        doubts.retainAll(keptDoubts);
        return at;
      }
      operations++;
      at = next;
    }
    return at;
  }

  /** Reads the operator between two operands, which may be no more than their touching. */
  private int operator(int from) {
    int at = row.pastDelimiters(from);
    ClaimToken token = row.at(at);
    return switch (token.kind()) {
      case OPERATOR -> put(sign(token, at), at + 1);
      case WORD -> wordOperator(token, at);
      case OPEN, FRACTION, ROOT -> product(token, from, at);
      default -> NONE;
    };
  }

  private String sign(ClaimToken operator, int at) {
    boolean hyphen = operator.text().equals("-") && row.at(at - 1).is(Kind.NUMBER);
    joined +=
        hyphen && row.at(at - 1).touches(operator) && operator.touches(row.at(at + 1)) ? 1 : 0;
    divides |= operator.text().equals(Lexer.OBELUS);
    if (!operator.text().equals(Lexer.EN_DASH)) {
      return operator.text().replace(Lexer.OBELUS, "/");
    }
    if (row.at(at - 1).touches(operator) || operator.touches(row.at(at + 1))) {
      doubts.add(Doubt.READING);
    }
    return "-";
  }

  private int wordOperator(ClaimToken word, int at) {
    if (row.isTimes(at)) {
      joined += row.at(at - 1).touches(word) && word.touches(row.at(at + 1)) ? 1 : 0;
      if (row.mayBeVariable(at)) {
        doubts.add(Doubt.READING);
      }
      return put("*", at + 1);
    }
    if (ClaimWords.lower(word).equals("of") && isShare()) {
      int next = row.at(at + 1).is(Kind.WORD, "the") ? at + 2 : at + 1;
      takesShare = true;
      return row.startsOperand(next) ? put("*", next) : NONE;
    }
    return NONE;
  }

  /** Whether the operand before is a percentage or a fraction, so that {@code of} multiplies. */
  private boolean isShare() {
    int size = pieces.size();
    return pieces.getLast().equals("%)")
        || (size >= 2 && pieces.get(size - 2).equals("/"))
        || pieces.getLast().equals(")");
  }

  private int product(ClaimToken token, int from, int at) {
    WorkBudget.spend(pieces.size());
    boolean touching = from == at && row.at(from - 1).touches(token);
    if (!touching || pieces.contains("/")) {
      doubts.add(Doubt.READING);
    }
    return put("*", at);
  }

  private int operand(int from, int depth) {
    WorkBudget.spend(OPERAND);
    int at = row.pastDelimiters(from);
    int signs = 0;
    while (row.isSign(at) && signs++ < MOST_SIGNS) {
      if (row.at(at).text().equals("-")) {
        pieces.add("-");
      }
      at = row.pastDelimiters(at + 1);
    }
    int end = unsigned(at, depth);
    return end == NONE ? NONE : trailing(end, depth);
  }

  private int unsigned(int at, int depth) {
    ClaimToken token = row.at(at);
    return switch (token.kind()) {
      case NUMBER -> number(token, at);
      case OPEN -> depth < DEEPEST ? bracket("(", at, depth) : NONE;
      case ROOT -> depth < DEEPEST ? root(at + 1, depth) : NONE;
      case FRACTION -> depth < DEEPEST ? fraction(at, depth) : NONE;
      case WORD, SYMBOL -> depth < DEEPEST ? named(at, depth) : NONE;
      default -> NONE;
    };
  }

  /** A factor in words and the operand that it multiplies, or a function with its argument. */
  private int named(int at, int depth) {
    Optional<WordShares.Factor> factor = shares.at(at);
    if (factor.isEmpty()) {
      operations++;
      IntUnaryOperator inner = from -> expression(from, depth + 1);
      return FunctionReader.begins(row, at)
          ? new FunctionReader(row, pieces, inner).past(at)
          : new WordOperations(row, pieces, inner).past(at);
    }
    pieces.addAll(factor.get().pieces());
    pieces.add("*");
    operations++;
    takesShare = true;
    return operand(factor.get().next(), depth + 1);
  }

  private int number(ClaimToken token, int at) {
    int mixed = row.mixedNumber(at);
    if (mixed > 0) {
      pieces.addAll(List.of("(", token.text(), "+"));
      row.fractionAfter(at).forEach(pieces::add);
      pieces.add(")");
      return at + mixed;
    }
    if (row.at(at + 1).is(Kind.PERCENT)) {
      pieces.addAll(List.of("(", token.text(), "%)"));
      return at + 2;
    }
    return put(token.text(), at + 1);
  }

  private int bracket(String opening, int at, int depth) {
    int mate = row.at(at).mate();
    if (mate == ClaimToken.ALONE) {
      return NONE;
    }
    if (row.at(mate + 1).is(Kind.PERCENT)) {
      pieces.add("(");
    }
    pieces.add(opening);
    int end = expression(at + 1, depth + 1);
    if (end == NONE || row.pastDelimiters(end) != mate) {
      return NONE;
    }
    if (row.at(mate + 1).is(Kind.PERCENT)) {
      pieces.add(")");
      return put("%)", mate + 2);
    }
    return put(")", mate + 1);
  }

  /** A quotient, or a binomial coefficient. */
  private int fraction(int at, int depth) {
    boolean binomial = row.at(at).text().endsWith("binom");
    pieces.add(binomial ? "\\binom{" : "(");
    int end = bracket("(", at + 1, depth);
    if (end == NONE || !row.at(end).is(Kind.OPEN)) {
      return NONE;
    }
    pieces.add(binomial ? "}{" : "/");
    end = bracket("(", end, depth);
    operations++;
    return end == NONE ? NONE : put(binomial ? "}" : ")", end);
  }

  private int root(int at, int depth) {
    operations++;
    if (!row.at(at).is(Kind.OPEN, "[")) {
      boolean round = row.at(at).is(Kind.OPEN, "(");
      if (round && row.at(row.at(at).mate() + 1).is(Kind.OPERATOR, "^")) {
        // The power may be under the root.
        doubts.add(Doubt.READING);
      }
      return bracket("sqrt(", at, depth);
    }
    ClaimToken degree = row.at(at + 1);
    if (!degree.is(Kind.NUMBER) || row.at(at).mate() != at + 2) {
      return NONE;
    }
    pieces.add("\\sqrt[" + degree.text() + "]{");
    int end = bracket("(", at + 3, depth);
    return end == NONE ? NONE : put("}", end);
  }

  /** What may follow an operand and belongs to it: a factorial's mark, units, a variable. */
  private int trailing(int from, int depth) {
    int at = from;
    ClaimToken last = row.at(at - 1);
    if (row.at(at).is(Kind.BANG) && last.touches(row.at(at))) {
      pieces.add("!");
      operations++;
      at++;
      if (!row.endsOperand(at)) {
        // A factorial, or surprise at the end of a sentence.
        doubts.add(Doubt.READING);
      }
    }
    int past = units.past(at, depth > 0);
    if (past > at) {
      hasUnits = true;
      doubts.addAll(units.doubts(at, past));
    }
    return past;
  }

  private int put(String piece, int next) {
    pieces.add(piece);
    return next;
  }
}
