// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.equality.math.Expression.Applied;
import dev.assay.equality.math.Expression.Based;
import dev.assay.equality.math.Expression.Call;
import dev.assay.equality.math.Expression.Choice;
import dev.assay.equality.math.Expression.Constant;
import dev.assay.equality.math.Expression.Factorial;
import dev.assay.equality.math.Expression.LetterBeforeBracket;
import dev.assay.equality.math.Expression.Literal;
import dev.assay.equality.math.Expression.Logarithm;
import dev.assay.equality.math.Expression.PlusMinus;
import dev.assay.equality.math.Expression.Power;
import dev.assay.equality.math.Expression.Product;
import dev.assay.equality.math.Expression.Quotient;
import dev.assay.equality.math.Expression.Root;
import dev.assay.equality.math.Expression.Sum;
import dev.assay.equality.math.Expression.Variable;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Works out a rational constant exactly, as long as the numbers on the way stay small. */
final class ExactValue {

  private static final Optional<Rational> NONE = Optional.empty();

  private int work;

  private ExactValue() {}

  static Optional<Rational> of(Expression expression) {
    return new ExactValue().value(expression);
  }

  private Optional<Rational> value(Expression expression) {
    return switch (expression) {
      case Literal(Rational value) -> Optional.of(value);
      case Based(_, Rational value) -> Optional.of(value);
      case Sum(var left, var right) -> both(left, right, Rational::plus);
      case Product(var left, var right) -> both(left, right, Rational::times);
      case Quotient(var left, var right) -> quotient(left, right);
      case Power(var base, var exponent) -> power(base, exponent);
      case Root(int degree, var radicand) ->
          value(radicand).flatMap(each -> Roots.exact(each, degree));
      case Factorial(var argument) -> value(argument).flatMap(Combinatorics::factorial);
      case Choice(var from, var some) -> choice(from, some);
      case Applied(var function, var argument) ->
          value(argument).flatMap(each -> applied(function, each));
      case Variable _, Constant _, Logarithm _, PlusMinus _, Call _, LetterBeforeBracket _ -> NONE;
    };
  }

  private Optional<Rational> both(
      Expression left, Expression right, BinaryOperator<Rational> operator) {
    Optional<Rational> one = value(left);
    Optional<Rational> other = one.isEmpty() ? NONE : value(right);
    return other.isEmpty() ? NONE : bounded(operator.apply(one.orElseThrow(), other.get()));
  }

  private Optional<Rational> bounded(Rational value) {
    work += value.bits() + 8;
    return value.bits() > FormulaBounds.BITS || work > FormulaBounds.WORK
        ? NONE
        : Optional.of(value);
  }

  private Optional<Rational> quotient(Expression left, Expression right) {
    Optional<Rational> top = value(left);
    Optional<Rational> bottom = top.isEmpty() ? NONE : value(right);
    return bottom.flatMap(each -> top.orElseThrow().dividedBy(each)).flatMap(this::bounded);
  }

  private Optional<Rational> power(Expression base, Expression exponent) {
    Optional<Rational> one = value(base);
    Optional<Rational> other = one.isEmpty() ? NONE : value(exponent);
    return other.flatMap(each -> power(one.orElseThrow(), each)).flatMap(this::bounded);
  }

  /** A fractional power is a root first; of a negative number it has no one meaning. */
  private static Optional<Rational> power(Rational base, Rational exponent) {
    if (exponent.bits() > 31 || (base.signum() < 0 && !exponent.isInteger())) {
      return NONE;
    }
    return Roots.exact(base, exponent.denominator().intValueExact())
        .flatMap(root -> root.pow(exponent.numerator().intValueExact()));
  }

  private Optional<Rational> choice(Expression from, Expression some) {
    Optional<Rational> one = value(from);
    Optional<Rational> other = one.isEmpty() ? NONE : value(some);
    return other
        .flatMap(each -> Combinatorics.choice(one.orElseThrow(), each))
        .flatMap(this::bounded);
  }

  private static Optional<Rational> applied(Expression.Function function, Rational argument) {
    return switch (function) {
      case ABS -> Optional.of(argument.abs());
      case FLOOR -> Optional.of(whole(argument.floor()));
      case CEIL -> Optional.of(whole(argument.negated().floor()).negated());
      case EXP, SIN, COS, TAN, COT, SEC, CSC, ARCSIN, ARCCOS, ARCTAN -> NONE;
    };
  }

  private static Rational whole(BigInteger value) {
    return Rational.of(value, BigInteger.ONE);
  }
}
