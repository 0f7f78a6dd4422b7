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
import dev.assay.text.WorkBudget;
import java.util.Optional;

/** Works out a formula at one point to many digits, with a bound on the error. */
final class FormulaEvaluation {

  private static final int LARGEST_POWER = 10_000;

  private final SamplePoint point;
  private final boolean complex;
  private int work;

  /**
   * @param complex whether negative numbers have square roots
   */
  FormulaEvaluation(SamplePoint point, boolean complex) {
    this.point = point;
    this.complex = complex;
  }

  /** Throws {@link UndefinedValue} where there is no value, or none within the bounds. */
  Complex value(Expression expression) {
    pay(1);
    return switch (expression) {
      case Literal(Rational value) -> Complex.real(Ball.of(value));
      case Based(_, Rational value) -> Complex.real(Ball.of(value));
      case Variable(String name) -> Complex.real(Ball.of(point.at(name)));
      case Constant constant -> constant(constant);
      case Sum(var left, var right) -> value(left).plus(value(right));
      case Product(var left, var right) -> value(left).times(value(right));
      case Quotient(var left, var right) -> value(left).over(value(right));
      case Power(var base, var exponent) -> power(base, exponent);
      case Root(int degree, var radicand) -> root(value(radicand), degree);
      case Logarithm(var base, var argument) -> logarithm(base, argument);
      case Applied(var function, var argument) -> applied(function, value(argument));
      case Call(String function, var argument) ->
          Complex.real(Ball.of(point.of(function, value(argument))));
      case LetterBeforeBracket letter ->
          value(point.reading() == SamplePoint.Reading.FACTORS ? letter.product() : letter.call());
      case Factorial _, Choice _ -> exact(expression);
      case PlusMinus _ -> throw new UndefinedValue("two values");
    };
  }

  private void pay(int steps) {
    WorkBudget.spend(FormulaBounds.OPERATION * steps);
    work += steps;
    if (work > FormulaBounds.STEPS) {
      throw new UndefinedValue("too much work");
    }
  }

  private Complex constant(Constant constant) {
    return switch (constant) {
      case PI -> Complex.real(Elementary.PI);
      case E -> Complex.real(exp(Ball.ONE));
      case I -> Complex.I;
    };
  }

  private Complex exact(Expression expression) {
    pay(FormulaBounds.FUNCTION);
    Optional<Rational> exact = ExactValue.of(expression);
    if (exact.isEmpty() && Trees.isConstant(expression)) {
      throw new UndefinedValue("a factorial of no small whole number");
    }
    return exact.map(value -> Complex.real(Ball.of(value))).orElseGet(() -> counted(expression));
  }

  /** Factorials of variables have a value at whole numbers only; the same of the same is equal. */
  private Complex counted(Expression expression) {
    Rational value = Rational.ONE;
    String function = expression.getClass().getSimpleName();
    for (Expression part : Trees.children(expression)) {
      value = point.of(function + value, value(part));
    }
    return Complex.real(Ball.of(value));
  }

  private Complex power(Expression base, Expression exponent) {
    Optional<Rational> rational = ExactValue.of(exponent);
    if (rational.isPresent()) {
      return power(value(base), rational.get());
    }
    Complex power = value(exponent);
    if (base == Constant.E) {
      pay(FormulaBounds.FUNCTION);
      return power.exp();
    }
    Complex value = value(base);
    if (Trees.isOpaque(new Power(base, exponent))) {
      // As of whole numbers n in (-1)^n: the same power of the same is equal.
      return Complex.real(Ball.of(point.of("power of " + value.real().middle(), power)));
    }
    Ball log = log(value.asReal());
    pay(FormulaBounds.FUNCTION);
    return power.times(Complex.real(log)).exp();
  }

  private Complex power(Complex base, Rational exponent) {
    if (exponent.isInteger()) {
      return wholePower(base, exponent);
    }
    boolean zero = base.isReal() && base.real().isZero() && exponent.signum() > 0;
    if (zero) {
      return base;
    }
    boolean half = exponent.denominator().intValue() == 2 && exponent.bits() < 16;
    return half
        ? wholePower(
            Complex.real(base.asReal().sqrt()), Rational.of(exponent.numerator().intValue()))
        : Complex.real(exp(log(base.asReal()).times(Ball.of(exponent))));
  }

  private Complex wholePower(Complex base, Rational exponent) {
    boolean zero = base.isReal() && base.real().isZero();
    if (exponent.bits() > 14 || (zero && exponent.signum() <= 0)) {
      throw new UndefinedValue("a power too large, or of zero");
    }
    int power = exponent.numerator().intValueExact();
    if (Math.abs(power) > LARGEST_POWER) {
      throw new UndefinedValue("a power too large");
    }
    pay(exponent.bits());
    return base.pow(power);
  }

  private Complex root(Complex radicand, int degree) {
    Ball real = radicand.asReal();
    int sign = real.sign();
    if (sign == 0) {
      return radicand;
    }
    if (sign < 0 && degree % 2 == 0 && !(complex && degree == 2)) {
      throw new UndefinedValue("an even root of a negative number");
    }
    pay(2);
    Ball root =
        degree == 2 ? real.abs().sqrt() : power(Complex.real(real.abs()), part(degree)).real();
    if (sign < 0 && degree == 2) {
      return new Complex(Ball.ZERO, root);
    }
    return Complex.real(sign < 0 ? root.negated() : root);
  }

  private static Rational part(int degree) {
    return Rational.ONE.dividedBy(Rational.of(degree)).orElseThrow();
  }

  private Complex logarithm(Optional<Expression> base, Expression argument) {
    Ball log = log(value(argument).asReal());
    if (base.equals(Optional.of(Constant.E))) {
      return Complex.real(log);
    }
    Ball divisor = base.isPresent() ? log(value(base.get()).asReal()) : point.logarithmOfOpenBase();
    return Complex.real(log.over(divisor));
  }

  private Ball log(Ball one) {
    pay(2 * FormulaBounds.FUNCTION);
    return Elementary.log(one);
  }

  private Ball exp(Ball one) {
    pay(FormulaBounds.FUNCTION);
    return Elementary.exp(one);
  }

  private Complex applied(Expression.Function function, Complex argument) {
    return switch (function) {
      case ABS -> Complex.real(argument.abs());
      case FLOOR -> Complex.real(argument.asReal().floor());
      case CEIL -> Complex.real(argument.asReal().negated().floor().negated());
      case EXP -> {
        pay(FormulaBounds.FUNCTION);
        yield argument.exp();
      }
      case SIN, COS, TAN, COT, SEC, CSC, ARCSIN, ARCCOS, ARCTAN -> {
        pay(2 * FormulaBounds.FUNCTION);
        yield Complex.real(Trigonometry.of(function, argument.asReal()));
      }
    };
  }
}
