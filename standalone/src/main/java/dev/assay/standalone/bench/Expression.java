// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.bench;

import java.math.BigInteger;

/**
 * Integer arithmetic with {@code + - *} and parentheses, evaluated exactly: the truth that answers
 * are measured by shares no code with the system that is measured.
 */
final class Expression {

  private final String text;
  private int at;

  private Expression(String text) {
    this.text = text;
  }

  /**
   * Its value; a trailing {@code =} is allowed.
   *
   * @throws IllegalArgumentException if the text is no such expression
   */
  static BigInteger evaluate(String text) {
    String plain = text.replaceAll("\\s", "");
    Expression expression =
        new Expression(plain.endsWith("=") ? plain.substring(0, plain.length() - 1) : plain);
    BigInteger value = expression.sum();
    if (expression.at != expression.text.length()) {
      throw expression.unexpected();
    }
    return value;
  }

  private BigInteger sum() {
    BigInteger value = product();
    while (peek() == '+' || peek() == '-') {
      boolean plus = next() == '+';
      BigInteger right = product();
      value = plus ? value.add(right) : value.subtract(right);
    }
    return value;
  }

  private BigInteger product() {
    BigInteger value = factor();
    while (peek() == '*') {
      next();
      value = value.multiply(factor());
    }
    return value;
  }

  private BigInteger factor() {
    if (peek() == '-') {
      next();
      return factor().negate();
    }
    if (peek() == '(') {
      next();
      BigInteger value = sum();
      if (next() != ')') {
        at--;
        throw unexpected();
      }
      return value;
    }
    return number();
  }

  private BigInteger number() {
    int start = at;
    while (Character.isDigit(peek())) {
      at++;
    }
    if (start == at) {
      throw unexpected();
    }
    return new BigInteger(text.substring(start, at));
  }

  /** The next character, or a zero at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private char next() {
    char here = peek();
    at++;
    return here;
  }

  private IllegalArgumentException unexpected() {
    String here = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return new IllegalArgumentException(text + ": unexpected " + here + " at " + at);
  }
}
