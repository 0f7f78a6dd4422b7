// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.equality.math.Expression.Call;
import dev.assay.equality.math.Expression.LetterBeforeBracket;
import dev.assay.equality.math.Expression.PlusMinus;
import dev.assay.equality.math.Expression.Power;
import dev.assay.equality.math.Expression.Product;
import dev.assay.equality.math.Expression.Quotient;
import dev.assay.equality.math.Expression.Sum;
import dev.assay.equality.math.Expression.Variable;
import dev.assay.equality.math.FormulaToken.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads sums, products and powers by recursive descent. What people read in two ways, such as
 * {@code 1/2x} or {@code 48/2(9+3)}, is refused rather than guessed.
 */
final class Parser implements FormulaReader {

  /** What a bracket follows as an argument, whatever stands in it. */
  private static final Set<String> FUNCTION_NAMES = Set.of("f", "g", "F", "G");

  /** Letters for whole numbers that count something. */
  private static final Set<String> COUNTERS = Set.of("n", "k", "i", "j", "t");

  private final FormulaTokens tokens;
  private final Atoms atoms;

  /** The last letter with a bracket behind it that may be a factor. */
  private @Nullable Expression factor;

  Parser(FormulaTokens tokens) {
    this.tokens = tokens;
    this.atoms = new Atoms(tokens, this);
  }

  Expression formula() {
    Expression formula = sum();
    if (tokens.peek().kind() != Kind.END) {
      throw new UnreadableFormula("something after the end");
    }
    return formula;
  }

  Expression sum() {
    Expression left = tokens.accept("pm") ? new PlusMinus(Expression.whole(0), term()) : term();
    while (true) {
      if (tokens.accept("+")) {
        left = new Sum(left, term());
      } else if (tokens.accept("-")) {
        left = Expression.difference(left, term());
      } else if (tokens.accept("pm")) {
        left = new PlusMinus(left, term());
      } else {
        return left;
      }
    }
  }

  private Expression term() {
    Expression left = signed();
    while (true) {
      if (tokens.accept("*")) {
        left = new Product(left, signed());
      } else if (tokens.accept("/")) {
        left = new Quotient(left, divisor());
      } else if (atoms.starts(tokens.peek()) || isPowerOfNumber()) {
        left = new Product(left, power());
      } else {
        return left;
      }
    }
  }

  /** As in n 3^{n-1}; but the x of 3 x 10^5 may be a sign of multiplication. */
  private boolean isPowerOfNumber() {
    boolean times = tokens.last().text().equalsIgnoreCase("x") && tokens.peek().text().equals("10");
    return tokens.peek().kind() == Kind.NUMBER
        && tokens.peekAfter(1).is("^")
        && tokens.last().kind() != Kind.NUMBER
        && !times;
  }

  /** A minus sign binds weaker than a power: -3^2 is -9. */
  private Expression signed() {
    if (!tokens.peek().is("-") && !tokens.peek().is("+")) {
      return power();
    }
    boolean negative = tokens.next().is("-");
    tokens.enter();
    Expression term = signed();
    tokens.leave();
    return negative ? Expression.negative(term) : term;
  }

  /** After a slash, only a space and a name say that what follows is no longer divided by. */
  private Expression divisor() {
    boolean number = tokens.peek().kind() == Kind.NUMBER;
    Expression divisor = signed();
    FormulaToken next = tokens.peek();
    boolean named = next.kind() != Kind.SIGN && next.spaced();
    if (divisor == factor || (atoms.starts(next) && !(number && named))) {
      throw new UnreadableFormula("a factor after a slash, which is read in two ways");
    }
    return divisor;
  }

  @Override
  public Expression power() {
    boolean first = tokens.isFirst();
    Expression base = atoms.atom();
    if (first && base instanceof Expression.Constant && tokens.isNumberInBrackets()) {
      throw new UnreadableFormula("a constant, or a function of that name");
    }
    if (tokens.peek().is("(") && base instanceof Variable letter) {
      return beforeBracket(letter);
    }
    Expression power = raised(atoms.marked(base));
    if (tokens.peek().is("(") && power instanceof Power(Variable letter, Expression exponent)) {
      boolean inverse = exponent.equals(Expression.whole(-1));
      if (inverse || FUNCTION_NAMES.contains(letter.name())) {
        throw new UnreadableFormula("an inverse, or a power of a function");
      }
    }
    return power;
  }

  /** The letter of f(3) is a function, that of n(n+1) a factor, and that of k(x+1) may be both. */
  private Expression beforeBracket(Variable letter) {
    Expression argument = atoms.plain();
    Expression call = new Call(letter.name(), argument);
    if (isFunction(letter.name(), argument)) {
      return raised(atoms.marked(call));
    }
    if (Trees.all(argument).contains(letter)) {
      factor = new Product(letter, raised(atoms.marked(argument)));
    } else {
      factor = new LetterBeforeBracket(letter.name(), argument, wholeExponent());
    }
    return factor;
  }

  private Expression wholeExponent() {
    Expression exponent = Expression.whole(1);
    if (tokens.accept("^")) {
      if (atoms.degrees()) {
        throw new UnreadableFormula("degrees of what may be a function");
      }
      exponent = exponent();
    }
    if (tokens.peek().is("!") || tokens.peek().is("%")) {
      throw new UnreadableFormula("a mark behind what may be a function");
    }
    return exponent;
  }

  private static boolean isFunction(String letter, Expression argument) {
    return FUNCTION_NAMES.contains(letter)
        || letter.endsWith("'")
        || (isName(letter) && isNeighbour(argument))
        || argument instanceof Variable
        || Trees.all(argument).stream().noneMatch(Variable.class::isInstance);
  }

  /** The number before or behind, as that of a sequence is written: n-1. */
  private static boolean isNeighbour(Expression argument) {
    return argument instanceof Sum(Expression left, Expression right)
        && (isCounter(left) ? right : left) instanceof Expression.Literal
        && (isCounter(left) || isCounter(right));
  }

  private static boolean isName(String letter) {
    return letter.length() == 1 && !COUNTERS.contains(letter);
  }

  private static boolean isCounter(Expression each) {
    return each instanceof Variable(String letter) && COUNTERS.contains(letter);
  }

  private Expression raised(Expression base) {
    if (!tokens.accept("^")) {
      return base;
    }
    if (atoms.degrees()) {
      return new Product(base, new Quotient(Expression.Constant.PI, Expression.whole(180)));
    }
    return atoms.marked(new Power(base, exponent()));
  }

  /** Powers of powers are read from the right. */
  @Override
  public Expression exponent() {
    tokens.enter();
    boolean negative = tokens.accept("-");
    boolean braces = tokens.peek().is("{");
    Expression exponent = atoms.plain();
    exponent = braces ? exponent : raised(exponent);
    tokens.leave();
    return negative ? Expression.negative(exponent) : exponent;
  }

  @Override
  public Expression until(String close) {
    tokens.enter();
    Expression inner = sum();
    tokens.expect(close);
    tokens.leave();
    return inner;
  }

  @Override
  public Expression plain() {
    return atoms.plain();
  }

  @Override
  public boolean starts(FormulaToken token) {
    return atoms.starts(token);
  }
}
