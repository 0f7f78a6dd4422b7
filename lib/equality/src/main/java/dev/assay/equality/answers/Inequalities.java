// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Relation;
import dev.assay.equality.answers.ParsedAnswer.Sign;
import dev.assay.equality.answers.ParsedAnswer.Span;
import dev.assay.equality.answers.ParsedAnswer.Spans;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads inequalities: as numbers of a variable where they come to that, else as a relation. */
final class Inequalities {

  private static final Rational MINUS = Rational.of(-1);

  private Inequalities() {}

  /**
   * Sides from the least to the greatest.
   *
   * @param signs between them; those with a line under them allow equality
   */
  static Optional<ParsedAnswer> rising(List<Formula> sides, List<String> signs) {
    List<Spans> solved = new ArrayList<>();
    for (int i = 0; i < signs.size(); i++) {
      boolean in = signs.get(i).equals("\\le") || signs.get(i).equals("\\ge");
      Optional<Spans> each = solved(sides.get(i), sides.get(i + 1), in);
      if (each.isEmpty()) {
        return signs.size() == 1
            ? Optional.of(relation(sides.get(0), sides.get(1), in))
            : Optional.empty();
      }
      solved.add(each.get());
    }
    boolean oneVariable = solved.stream().map(Spans::variable).distinct().count() == 1;
    return oneVariable ? RealSets.intersection(solved).map(each -> each) : Optional.empty();
  }

  private static ParsedAnswer relation(Formula less, Formula more, boolean in) {
    return new Relation(in ? Sign.NOT_POSITIVE : Sign.NEGATIVE, less.minus(more));
  }

  /** The numbers of the one variable for which the one side is less. */
  private static Optional<Spans> solved(Formula less, Formula more, boolean in) {
    Optional<Formula> inner = less.betweenBars().filter(_ -> isPositive(more));
    if (inner.isPresent()) {
      Optional<Spans> below = linear(inner.get(), more, in);
      Optional<Spans> above = linear(more.times(MINUS), inner.get(), in);
      return both(below, above).flatMap(RealSets::intersection);
    }
    Optional<Formula> outer = more.betweenBars().filter(_ -> isPositive(less));
    if (outer.isPresent()) {
      Optional<Spans> below = linear(outer.get(), less.times(MINUS), in);
      return both(below, linear(less, outer.get(), in)).map(RealSets::union);
    }
    return linear(less, more, in);
  }

  private static Optional<List<Spans>> both(Optional<Spans> one, Optional<Spans> other) {
    return one.flatMap(left -> other.map(right -> List.of(left, right)));
  }

  private static boolean isPositive(Formula formula) {
    OptionalDouble value = formula.approximation();
    return value.isPresent() && value.getAsDouble() > 0;
  }

  private static Optional<Spans> linear(Formula less, Formula more, boolean in) {
    if (less.name().isPresent() && more.isConstant()) {
      return Optional.of(upTo(less.name().get(), more, in));
    }
    if (more.name().isPresent() && less.isConstant()) {
      return Optional.of(from(more.name().get(), less, in));
    }
    return root(less.minus(more))
        .map(
            root ->
                root.slope().approximation().orElse(0) > 0
                    ? upTo(root.variable(), root.value(), in)
                    : from(root.variable(), root.value(), in));
  }

  /** The one number that the variable of a linear equation stands for, after its name. */
  static Optional<Root> root(Formula difference) {
    if (!difference.isLinear() || difference.variables().size() != 1) {
      return Optional.empty();
    }
    String variable = difference.variables().iterator().next();
    Formula rest = difference.at(variable, 0);
    Formula slope = difference.at(variable, 1).minus(rest);
    return Optional.of(new Root(variable, slope, rest.times(MINUS).over(slope)))
        .filter(each -> each.slope().approximation().orElse(0) != 0);
  }

  /**
   * Where a linear formula is zero.
   *
   * @param slope how fast it grows
   */
  record Root(String variable, Formula slope, Formula value) {}

  private static Spans upTo(String variable, Formula end, boolean in) {
    return new Spans(
        Optional.of(variable), List.of(new Span(Optional.empty(), false, Optional.of(end), in)));
  }

  private static Spans from(String variable, Formula end, boolean in) {
    return new Spans(
        Optional.of(variable), List.of(new Span(Optional.of(end), in, Optional.empty(), false)));
  }
}
