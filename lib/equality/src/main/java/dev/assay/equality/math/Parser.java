// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.equality.math.Expression.PlusMinus;
import dev.assay.equality.math.Expression.Power;
import dev.assay.equality.math.Expression.Product;
import dev.assay.equality.math.Expression.Quotient;
import dev.assay.equality.math.Expression.Sum;
import dev.assay.equality.math.FormulaToken.Kind;
import java.util.Set;

/**
 * Reads sums, products and powers by recursive descent. What people read in two ways, such as
 * {@code 1/2x} or {@code 48/2(9+3)}, is refused rather than guessed.
 */
final class Parser implements FormulaReader {

  /** What a bracket may follow as an argument rather than as a factor. */
  private static final Set<String> FUNCTION_NAMES = Set.of("f", "g", "F", "G", "P", "Q");

  private final FormulaTokens tokens;
  private final Atoms atoms;

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
      } else if (atoms.starts(tokens.peek())) {
        left = new Product(left, power());
      } else {
        return left;
      }
    }
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
    if (atoms.starts(next) && !(number && named)) {
      throw new UnreadableFormula("a factor after a slash, which is read in two ways");
    }
    return divisor;
  }

  @Override
  public Expression power() {
    FormulaToken first = tokens.peek();
    Expression base = atoms.atom();
    if (tokens.peek().is("(") && FUNCTION_NAMES.contains(first.text())) {
      throw new UnreadableFormula("a function that we do not know");
    }
    return raised(atoms.marked(base));
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
