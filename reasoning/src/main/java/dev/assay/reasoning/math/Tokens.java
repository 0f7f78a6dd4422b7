// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.math;

import dev.assay.reasoning.math.Token.Kind;
import java.util.List;

/** The words of a formula with a finger on the next one, and on how deep we are. */
final class Tokens {

  private final List<Token> tokens;
  private int at;
  private int depth;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peekAfter(int steps) {
    return tokens.get(Math.min(at + steps, tokens.size() - 1));
  }

  /** The last word is the end, and nobody gets past it. */
  Token next() {
    Token token = tokens.get(at);
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
      throw new Unreadable("no " + sign);
    }
  }

  /** LaTeX takes one digit where braces are missing: \frac14 is a quarter. */
  Token digit() {
    Token token = peek();
    if (token.kind() != Kind.NUMBER || token.text().length() == 1) {
      return next();
    }
    if (!Character.isDigit(token.text().charAt(1)) || !Character.isDigit(token.text().charAt(0))) {
      throw new Unreadable("a decimal where a digit is expected");
    }
    tokens.set(at, new Token(Kind.NUMBER, token.text().substring(1), false));
    return new Token(Kind.NUMBER, token.text().substring(0, 1), token.spaced());
  }

  void enter() {
    depth++;
    if (depth > Bounds.DEPTH) {
      throw new Unreadable("too deep");
    }
  }

  void leave() {
    depth--;
  }
}
