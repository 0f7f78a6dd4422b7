// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.equality.math.FormulaToken.Kind;
import java.util.List;

/** The words of a formula with a finger on the next one, and on how deep we are. */
final class FormulaTokens {

  private final List<FormulaToken> tokens;
  private int at;
  private int depth;

  FormulaTokens(List<FormulaToken> tokens) {
    this.tokens = tokens;
  }

  FormulaToken peek() {
    return tokens.get(at);
  }

  /** The word before the next one. */
  FormulaToken last() {
    return tokens.get(Math.max(0, at - 1));
  }

  boolean isFirst() {
    return at == 0;
  }

  /** Whether nothing is left but one number in brackets. */
  boolean isNumberInBrackets() {
    return peek().is("(")
        && peekAfter(1).kind() == Kind.NUMBER
        && peekAfter(2).is(")")
        && peekAfter(3).kind() == Kind.END;
  }

  FormulaToken peekAfter(int steps) {
    return tokens.get(Math.min(at + steps, tokens.size() - 1));
  }

  /** The last word is the end, and nobody gets past it. */
  FormulaToken next() {
    FormulaToken token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean accept(String sign) {
    boolean here = peek().is(sign);
    if (here) {
      next();
    }
    return here;
  }

  void expect(String sign) {
    if (!accept(sign)) {
      throw new UnreadableFormula("no " + sign);
    }
  }

  /** LaTeX takes one digit where braces are missing: \frac14 is a quarter. */
  FormulaToken digit() {
    FormulaToken token = peek();
    if (token.kind() != Kind.NUMBER || token.text().length() == 1) {
      return next();
    }
    if (!Character.isDigit(token.text().charAt(1)) || !Character.isDigit(token.text().charAt(0))) {
      throw new UnreadableFormula("a decimal where a digit is expected");
    }
    tokens.set(at, new FormulaToken(Kind.NUMBER, token.text().substring(1), false));
    return new FormulaToken(Kind.NUMBER, token.text().substring(0, 1), token.spaced());
  }

  void enter() {
    depth++;
    if (depth > FormulaBounds.DEPTH) {
      throw new UnreadableFormula("too deep");
    }
  }

  void leave() {
    depth--;
  }
}
