// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.equality.math.Expression.Based;
import dev.assay.equality.math.Expression.Choice;
import dev.assay.equality.math.Expression.Constant;
import dev.assay.equality.math.Expression.Factorial;
import dev.assay.equality.math.Expression.Literal;
import dev.assay.equality.math.Expression.Quotient;
import dev.assay.equality.math.Expression.Root;
import dev.assay.equality.math.Expression.Variable;
import dev.assay.equality.math.FormulaToken.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;

/** Reads what sums and powers are made of: numbers, names, brackets, fractions and roots. */
final class Atoms {

  private static final Map<String, String> BRACKETS =
      Map.of("(", ")", "[", "]", "{", "}", "lfloor", "rfloor", "lceil", "rceil");

  private static final Set<String> COMMANDS =
      Set.of("frac", "sqrt", "root", "cbrt", "binom", "pi", "lfloor", "lceil");

  private final FormulaTokens tokens;
  private final FormulaReader formula;
  private final Functions functions;

  /** Whether a bar closes an absolute value rather than opening one. */
  private boolean inBars;

  Atoms(FormulaTokens tokens, FormulaReader formula) {
    this.tokens = tokens;
    this.formula = formula;
    this.functions = new Functions(tokens, formula);
  }

  /** Whether a factor without a sign of multiplication begins with that token. */
  boolean starts(FormulaToken token) {
    return switch (token.kind()) {
      case LETTER -> true;
      case NUMBER, END -> false;
      case COMMAND -> COMMANDS.contains(token.text()) || functions.knows(token.text());
      case SIGN -> BRACKETS.containsKey(token.text()) || (token.is("|") && !inBars);
    };
  }

  Expression atom() {
    return tokens.peek().kind() == Kind.NUMBER ? number() : plain();
  }

  /** An atom where 2 1/2 is no mixed number. */
  Expression plain() {
    FormulaToken token = tokens.next();
    return switch (token.kind()) {
      case NUMBER -> based(token);
      case LETTER -> named(token.text());
      case COMMAND -> command(token.text());
      case SIGN -> bracket(token.text());
      case END -> throw new UnreadableFormula("nothing where a number is expected");
    };
  }

  private Expression command(String name) {
    return switch (name) {
      case "frac" -> fraction(argument(), argument());
      case "binom" -> new Choice(argument(), argument());
      case "sqrt" -> root(degree());
      case "root" -> tokens.peek().kind() == Kind.NUMBER ? new Root(2, plain()) : root(2);
      case "cbrt" -> tokens.peek().kind() == Kind.NUMBER ? new Root(3, plain()) : root(3);
      case "pi" -> Constant.PI;
      case "lfloor", "lceil" -> functions.rounded(name, bracket(name));
      default -> functions.applied(name);
    };
  }

  /** What is left of dy/dx when the letters are taken for factors is wrong. */
  private static Expression fraction(Expression top, Expression bottom) {
    boolean of = bottom instanceof Expression.Product(Variable(String name), _) && name.equals("d");
    boolean derivative =
        top.equals(new Variable("d"))
            || (top instanceof Expression.Product(Variable(String name), _) && name.equals("d"));
    if (of && derivative) {
      throw new UnreadableFormula("a derivative");
    }
    return new Quotient(top, bottom);
  }

  private Expression bracket(String open) {
    boolean bars = inBars;
    inBars = open.equals("|");
    String close = inBars ? "|" : BRACKETS.get(open);
    if (close == null) {
      throw new UnreadableFormula("a sign where a number is expected");
    }
    Expression inner = formula.until(close);
    boolean absolute = inBars;
    inBars = bars;
    return absolute ? new Expression.Applied(Expression.Function.ABS, inner) : inner;
  }

  /** The argument of a command: a group in braces, or the one next digit or letter. */
  private Expression argument() {
    FormulaToken token = tokens.peek();
    if (token.kind() == Kind.NUMBER) {
      return value(tokens.digit());
    }
    if (token.kind() != Kind.LETTER && !token.is("{") && !token.is("pi")) {
      throw new UnreadableFormula("a command without its argument");
    }
    tokens.next();
    return token.kind() == Kind.LETTER ? named(token.text()) : braced(token);
  }

  private Expression braced(FormulaToken token) {
    return token.is("{") ? bracket("{") : Constant.PI;
  }

  private int degree() {
    if (!tokens.accept("[")) {
      return 2;
    }
    FormulaToken degree = tokens.next();
    tokens.expect("]");
    if (!degree.text().matches("[2-9]|[1-9][0-9]")) {
      throw new UnreadableFormula("a root whose degree is no small number");
    }
    return Integer.parseInt(degree.text());
  }

  private Expression root(int degree) {
    FormulaToken token = tokens.peek();
    if (token.kind() == Kind.NUMBER && token.text().length() > 1) {
      throw new UnreadableFormula("a root that may cover one digit or all");
    }
    return new Root(degree, token.is("(") ? atom() : argument());
  }

  /** A whole number right before a proper fraction is a mixed number, and no product. */
  private Expression number() {
    FormulaToken token = tokens.next();
    boolean whole = token.text().chars().allMatch(Character::isDigit);
    if (whole && tokens.peek().is("frac")) {
      Expression fraction = plain();
      return fraction instanceof Quotient(Literal top, Literal bottom)
          ? mixed(value(token), top.value(), bottom.value())
          : new Expression.Product(value(token), fraction);
    }
    boolean slash = tokens.peekAfter(1).is("/") && tokens.peekAfter(2).kind() == Kind.NUMBER;
    if (tokens.peek().kind() != Kind.NUMBER) {
      return based(token);
    }
    if (!whole || !slash || !tokens.peek().spaced()) {
      throw new UnreadableFormula("two numbers in a row");
    }
    Literal top = value(tokens.next());
    tokens.expect("/");
    return mixed(value(token), top.value(), value(tokens.next()).value());
  }

  private Expression mixed(Literal whole, Rational top, Rational bottom) {
    boolean proper = top.signum() > 0 && top.compareTo(bottom) < 0;
    if (!proper || !top.isInteger() || !bottom.isInteger() || tokens.peek().is("^")) {
      throw new UnreadableFormula("a mixed number without a proper fraction");
    }
    return new Literal(whole.value().plus(Rational.of(top.numerator(), bottom.numerator())));
  }

  private static Literal value(FormulaToken token) {
    if (token.kind() != Kind.NUMBER) {
      throw new UnreadableFormula("no number where one is expected");
    }
    BigDecimal decimal = new BigDecimal(token.text());
    if (Math.abs((long) decimal.scale()) > FormulaBounds.SCALE) {
      throw new UnreadableFormula("a number of too many places");
    }
    return new Literal(Rational.of(decimal));
  }

  /** 204_5 is 204 in base 5. */
  private Expression based(FormulaToken token) {
    if (!tokens.accept("_")) {
      return value(token);
    }
    boolean braces = tokens.accept("{");
    FormulaToken base = tokens.next();
    if (braces) {
      tokens.expect("}");
    }
    if (!base.text().matches("[2-9]|[12][0-9]|3[0-6]")) {
      throw new UnreadableFormula("a base that is no number from 2 to 36");
    }
    try {
      BigInteger value = new BigInteger(token.text(), Integer.parseInt(base.text()));
      return new Based(token.text(), Rational.of(value, BigInteger.ONE));
    } catch (NumberFormatException _) {
      throw new UnreadableFormula("digits that are none in that base");
    }
  }

  private Expression named(String letter) {
    if (tokens.accept("_")) {
      return new Variable(letter + "_" + index());
    }
    return switch (letter) {
      case "e" -> Constant.E;
      case "i" -> Constant.I;
      default -> new Variable(letter);
    };
  }

  private String index() {
    if (!tokens.accept("{")) {
      return tokens.digit().text();
    }
    StringBuilder index = new StringBuilder();
    while (!tokens.accept("}")) {
      FormulaToken next = tokens.next();
      if (next.kind() != Kind.NUMBER && next.kind() != Kind.LETTER) {
        throw new UnreadableFormula("an index that is no name");
      }
      index.append(next.text());
    }
    return index.toString();
  }

  /** What may stand right behind an atom: one factorial, percent, degrees. */
  Expression marked(Expression atom) {
    if (tokens.accept("!")) {
      if (tokens.peek().is("!")) {
        throw new UnreadableFormula("a double factorial");
      }
      return new Factorial(atom);
    }
    return tokens.accept("%") ? new Quotient(atom, Expression.whole(100)) : atom;
  }

  boolean degrees() {
    boolean braces = tokens.peek().is("{") && tokens.peekAfter(1).is("circ");
    if (braces) {
      tokens.next();
    }
    boolean degrees = tokens.accept("circ");
    if (braces) {
      tokens.expect("}");
    }
    return degrees;
  }
}
