// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Relation;
import dev.assay.equality.answers.ParsedAnswer.Sign;
import dev.assay.equality.answers.ParsedAnswer.Span;
import dev.assay.equality.answers.ParsedAnswer.Spans;
import dev.assay.equality.math.Formula;
import java.util.List;
import java.util.Optional;

/** Reads inequalities: as the interval of a variable where they say no more than that. */
final class Inequalities {

  private Inequalities() {}

  /**
   * Sides from the least to the greatest.
   *
   * @param signs between them; those with a line under them allow equality
   */
  static Optional<ParsedAnswer> rising(List<Formula> sides, List<String> signs) {
    List<Boolean> in =
        signs.stream().map(each -> each.equals("\\le") || each.equals("\\ge")).toList();
    return switch (sides.size()) {
      case 2 -> Optional.of(two(sides.get(0), sides.get(1), in.get(0)));
      case 3 -> three(sides, in);
      default -> Optional.empty();
    };
  }

  private static ParsedAnswer two(Formula less, Formula more, boolean in) {
    if (less.name().isPresent() && more.isConstant()) {
      return spans(less, new Span(Optional.empty(), false, Optional.of(more), in));
    }
    if (more.name().isPresent() && less.isConstant()) {
      return spans(more, new Span(Optional.of(less), in, Optional.empty(), false));
    }
    return new Relation(in ? Sign.NOT_POSITIVE : Sign.NEGATIVE, less.minus(more));
  }

  private static Optional<ParsedAnswer> three(List<Formula> sides, List<Boolean> in) {
    Formula middle = sides.get(1);
    boolean range =
        middle.name().isPresent() && sides.get(0).isConstant() && sides.get(2).isConstant();
    Span span =
        new Span(Optional.of(sides.get(0)), in.get(0), Optional.of(sides.get(2)), in.get(1));
    return range ? Optional.of(spans(middle, span)) : Optional.empty();
  }

  private static ParsedAnswer spans(Formula variable, Span span) {
    return new Spans(variable.name(), List.of(span));
  }
}
