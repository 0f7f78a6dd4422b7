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
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What a tree is made of. */
final class Trees {

  private Trees() {}

  static List<Expression> children(Expression tree) {
    return switch (tree) {
      case Literal _, Based _, Variable _, Constant _ -> List.of();
      case Sum(var left, var right) -> List.of(left, right);
      case Product(var left, var right) -> List.of(left, right);
      case Quotient(var left, var right) -> List.of(left, right);
      case Power(var base, var exponent) -> List.of(base, exponent);
      case PlusMinus(var left, var right) -> List.of(left, right);
      case Choice(var from, var some) -> List.of(from, some);
      case Root(_, var radicand) -> List.of(radicand);
      case Factorial(var argument) -> List.of(argument);
      case Applied(_, var argument) -> List.of(argument);
      case Call(_, var argument) -> List.of(argument);
      case LetterBeforeBracket(_, var argument, var exponent) -> List.of(argument, exponent);
      case Logarithm(var base, var argument) ->
          base.map(each -> List.of(each, argument)).orElse(List.of(argument));
    };
  }

  /** All parts, without recursion, as a long sum is a deep tree. */
  static List<Expression> all(Expression tree) {
    List<Expression> parts = new ArrayList<>(List.of(tree));
    for (int i = 0; i < parts.size(); i++) {
      parts.addAll(children(parts.get(i)));
    }
    WorkBudget.spend(FormulaBounds.GLANCE * parts.size());
    return parts;
  }

  static boolean isConstant(Expression tree) {
    return all(tree).stream()
        .noneMatch(
            each ->
                each instanceof Variable
                    || each instanceof Call
                    || each instanceof LetterBeforeBracket);
  }

  /** Whether nobody knows its value but at whole numbers, or whoever knows the function. */
  static boolean isOpaque(Expression tree) {
    return switch (tree) {
      case Call _, LetterBeforeBracket _ -> true;
      case Factorial _, Choice _ -> !isConstant(tree);
      case Power(var base, var exponent) ->
          ExactValue.of(base).filter(each -> each.signum() < 0).isPresent()
              && !isConstant(exponent);
      case Expression _ -> false;
    };
  }

  /** The tree with its one plus-minus sign read as a plus, or as a minus. */
  static Expression signed(Expression tree, boolean plus) {
    return tree instanceof PlusMinus(var left, var right)
        ? plus ? new Sum(left, right) : Expression.difference(left, right)
        : rebuilt(tree, each -> signed(each, plus));
  }

  /** The tree with a value in place of a variable. */
  static Expression with(Expression tree, String variable, Expression value) {
    return tree instanceof Variable(String name) && name.equals(variable)
        ? value
        : rebuilt(tree, each -> with(each, variable, value));
  }

  /** The tree with other children. */
  private static Expression rebuilt(Expression tree, UnaryOperator<Expression> to) {
    WorkBudget.spend(FormulaBounds.GLANCE);
    return switch (tree) {
      case Literal _, Based _, Variable _, Constant _ -> tree;
      case PlusMinus(var left, var right) -> new PlusMinus(to.apply(left), to.apply(right));
      case Sum(var left, var right) -> new Sum(to.apply(left), to.apply(right));
      case Product(var left, var right) -> new Product(to.apply(left), to.apply(right));
      case Quotient(var left, var right) -> new Quotient(to.apply(left), to.apply(right));
      case Power(var base, var exponent) -> new Power(to.apply(base), to.apply(exponent));
      case Choice(var from, var some) -> new Choice(to.apply(from), to.apply(some));
      case Root(int degree, var radicand) -> new Root(degree, to.apply(radicand));
      case Factorial(var argument) -> new Factorial(to.apply(argument));
      case Applied(var function, var argument) -> new Applied(function, to.apply(argument));
      case Call(String name, var argument) -> new Call(name, to.apply(argument));
      case LetterBeforeBracket(String letter, var argument, var exponent) ->
          new LetterBeforeBracket(letter, to.apply(argument), to.apply(exponent));
      case Logarithm(var base, var argument) -> new Logarithm(base.map(to), to.apply(argument));
    };
  }

  /** The degree of a polynomial as it is written, or nothing if it is none. */
  static OptionalInt degree(Expression tree) {
    WorkBudget.spend(FormulaBounds.GLANCE);
    // No stream: the recursion is as deep as a sum is long.
    List<Expression> children = children(tree);
    int[] degrees = new int[children.size()];
    for (int i = 0; i < degrees.length; i++) {
      OptionalInt part = degree(children.get(i));
      if (part.isEmpty()) {
        return part;
      }
      degrees[i] = part.getAsInt();
    }
    boolean constant = IntStream.of(degrees).allMatch(each -> each == 0);
    return switch (tree) {
      case Variable _ -> OptionalInt.of(1);
      case Call _, LetterBeforeBracket _ -> OptionalInt.empty();
      case Sum _ -> IntStream.of(degrees).max();
      case Product _ -> OptionalInt.of(IntStream.of(degrees).sum());
      case Quotient _ when degrees[1] == 0 -> OptionalInt.of(degrees[0]);
      case Expression _ -> constant ? OptionalInt.of(0) : OptionalInt.empty();
    };
  }
}
