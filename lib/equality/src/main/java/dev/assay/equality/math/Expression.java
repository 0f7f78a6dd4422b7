// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

/** A formula as a tree; small on purpose, so that every reader of it can be complete. */
sealed interface Expression {

  /** A number as written, exactly. */
  record Literal(Rational value) implements Expression {}

  /** A number in another base, such as 204 in base 5, with the digits that were written. */
  record Based(String digits, Rational value) implements Expression {}

  /** A variable, with its index if it has one. */
  record Variable(String name) implements Expression {}

  /** A number that has a name. */
  enum Constant implements Expression {
    PI,
    E,
    I
  }

  record Sum(Expression left, Expression right) implements Expression {}

  record Product(Expression left, Expression right) implements Expression {}

  record Quotient(Expression left, Expression right) implements Expression {}

  record Power(Expression base, Expression exponent) implements Expression {}

  /** The root of a whole degree: real for odd degrees, principal for even ones. */
  record Root(int degree, Expression radicand) implements Expression {}

  record Factorial(Expression argument) implements Expression {}

  /** The number of ways to choose some of a set. */
  record Choice(Expression from, Expression some) implements Expression {}

  /** A logarithm; one without a base is left open, because it is read as base 10 and as base e. */
  record Logarithm(java.util.Optional<Expression> base, Expression argument)
      implements Expression {}

  /** A function that only the question knows, such as f(3). */
  record Call(String function, Expression argument) implements Expression {}

  /** A letter before a bracket with its exponent: f(x)^2 if it is a function, or a factor. */
  record LetterBeforeBracket(String letter, Expression argument, Expression exponent)
      implements Expression {

    Expression call() {
      return new Power(new Call(letter, argument), exponent);
    }

    Expression product() {
      return new Product(new Variable(letter), new Power(argument, exponent));
    }
  }

  record Applied(Function function, Expression argument) implements Expression {}

  /** Two values at once: plus and minus the term. */
  record PlusMinus(Expression left, Expression right) implements Expression {}

  /** The functions of one argument that answers use. */
  enum Function {
    ABS,
    FLOOR,
    CEIL,
    EXP,
    SIN,
    COS,
    TAN,
    COT,
    SEC,
    CSC,
    ARCSIN,
    ARCCOS,
    ARCTAN
  }

  static Expression whole(long value) {
    return new Literal(Rational.of(value));
  }

  static Expression negative(Expression one) {
    return switch (one) {
      case Literal(Rational value) -> new Literal(value.negated());
      case Based(String digits, Rational value) when value.signum() > 0 ->
          new Based("-" + digits, value.negated());
      case Expression _ -> new Product(whole(-1), one);
    };
  }

  static Expression difference(Expression left, Expression right) {
    return new Sum(left, negative(right));
  }
}
