// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.equality.math.Expression.Applied;
import dev.assay.equality.math.Expression.Constant;
import dev.assay.equality.math.Expression.Function;
import dev.assay.equality.math.Expression.Literal;
import dev.assay.equality.math.Expression.Logarithm;
import dev.assay.equality.math.Expression.Power;
import dev.assay.equality.math.Expression.Product;
import dev.assay.equality.math.Expression.Quotient;
import dev.assay.equality.math.Expression.Sum;
import dev.assay.equality.math.FormulaToken.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads named functions, whose arguments may come with or without brackets. */
final class Functions {

  private static final Map<String, Function> NAMES =
      Map.ofEntries(
          Map.entry("abs", Function.ABS),
          Map.entry("floor", Function.FLOOR),
          Map.entry("ceil", Function.CEIL),
          Map.entry("exp", Function.EXP),
          Map.entry("sin", Function.SIN),
          Map.entry("cos", Function.COS),
          Map.entry("tan", Function.TAN),
          Map.entry("cot", Function.COT),
          Map.entry("sec", Function.SEC),
          Map.entry("csc", Function.CSC),
          Map.entry("arcsin", Function.ARCSIN),
          Map.entry("arccos", Function.ARCCOS),
          Map.entry("arctan", Function.ARCTAN));

  private static final Set<String> HYPERBOLIC = Set.of("sinh", "cosh", "tanh");

  private static final Map<Function, Function> INVERSE =
      Map.of(
          Function.SIN, Function.ARCSIN,
          Function.COS, Function.ARCCOS,
          Function.TAN, Function.ARCTAN);

  private final FormulaTokens tokens;
  private final FormulaReader formula;

  Functions(FormulaTokens tokens, FormulaReader formula) {
    this.tokens = tokens;
    this.formula = formula;
  }

  boolean knows(String name) {
    return NAMES.containsKey(name)
        || HYPERBOLIC.contains(name)
        || name.equals("log")
        || name.equals("ln");
  }

  Expression rounded(String open, Expression inner) {
    return new Applied(open.equals("lfloor") ? Function.FLOOR : Function.CEIL, inner);
  }

  Expression applied(String name) {
    if (!knows(name)) {
      throw new UnreadableFormula("a command that we do not know");
    }
    Optional<Expression> base =
        name.equals("ln") ? Optional.of(Constant.E) : Optional.<Expression>empty();
    if (name.equals("log") && tokens.accept("_")) {
      base = Optional.of(subscript());
    }
    Optional<Expression> exponent =
        tokens.accept("^") ? Optional.of(formula.exponent()) : Optional.empty();
    Function function = NAMES.get(name);
    if (function != null) {
      return applied(function, exponent);
    }
    return HYPERBOLIC.contains(name)
        ? hyperbolic(name, exponent)
        : raised(new Logarithm(base, argument()), exponent);
  }

  private Expression hyperbolic(String name, Optional<Expression> exponent) {
    if (exponent.equals(Optional.of(Expression.whole(-1)))) {
      throw new UnreadableFormula("an inverse that we do not know");
    }
    Expression argument = argument();
    Expression up = new Power(Constant.E, argument);
    Expression down = new Power(Constant.E, Expression.negative(argument));
    Expression sine = Expression.difference(up, down);
    Expression cosine = new Sum(up, down);
    return raised(
        switch (name) {
          case "sinh" -> new Quotient(sine, Expression.whole(2));
          case "cosh" -> new Quotient(cosine, Expression.whole(2));
          default -> new Quotient(sine, cosine);
        },
        exponent);
  }

  /** The inverse function is written as a power of minus one. */
  private Expression applied(Function function, Optional<Expression> exponent) {
    boolean inverse = exponent.equals(Optional.of(Expression.whole(-1)));
    if (!inverse) {
      return raised(new Applied(function, argument()), exponent);
    }
    Function other = INVERSE.get(function);
    if (other == null) {
      throw new UnreadableFormula("an inverse that we do not know");
    }
    return new Applied(other, argument());
  }

  private static Expression raised(Expression one, Optional<Expression> exponent) {
    return exponent.<Expression>map(each -> new Power(one, each)).orElse(one);
  }

  /** A base is one group, number or letter. */
  private Expression subscript() {
    FormulaToken token = tokens.peek();
    return token.kind() == Kind.NUMBER ? new Literal(Rational.of(digit())) : formula.plain();
  }

  /** log_28 would be the logarithm of 8, or none of anything. */
  private long digit() {
    String text = tokens.next().text();
    if (!text.matches("[0-9]|10")) {
      throw new UnreadableFormula("a base that may be one digit or all");
    }
    return Long.parseLong(text);
  }

  /** Without brackets: the factors up to the next sign or function, as in sin 2x. */
  private Expression argument() {
    tokens.enter();
    FormulaToken first = tokens.peek();
    boolean bracket = first.is("(") || first.is("{") || first.is("[") || first.is("|");
    Expression argument = bracket ? formula.plain() : formula.power();
    boolean letter = !bracket && tokens.last().is(")");
    while (!bracket && continues(tokens.peek())) {
      argument = new Product(argument, formula.power());
      letter |= tokens.last().is(")");
    }
    if (letter || (!bracket && (tokens.peek().is("/") || tokens.peek().is("(")))) {
      throw new UnreadableFormula("an argument whose end is not clear");
    }
    tokens.leave();
    return argument;
  }

  private boolean continues(FormulaToken token) {
    return formula.starts(token) && token.kind() != Kind.SIGN && !knows(token.text());
  }
}
