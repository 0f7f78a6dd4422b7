// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Span;
import dev.assay.equality.answers.ParsedAnswer.Spans;
import dev.assay.equality.answers.ParsedAnswer.Tuple;
import dev.assay.equality.math.Formula;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Makes sets of numbers of answers, and other sets of these. */
final class RealSets {

  static final Span ALL = new Span(Optional.empty(), false, Optional.empty(), false);

  private RealSets() {}

  static Spans of(Span span) {
    return new Spans(Optional.empty(), List.of(span));
  }

  /** A pair in round brackets is taken as the interval that it may be. */
  static Optional<Spans> of(ParsedAnswer answer) {
    return switch (answer) {
      case Spans spans -> Optional.of(spans);
      case Assigned(String name, Spans(_, List<Span> pieces), _) ->
          Optional.of(new Spans(Optional.of(name), pieces));
      case Several several -> points(several);
      case Tuple(List<ParsedAnswer> members, _)
          when members.size() == 2
              && members.get(0) instanceof Quantity(Formula low, _)
              && members.get(1) instanceof Quantity(Formula high, _) ->
          Optional.of(of(new Span(Optional.of(low), false, Optional.of(high), false)))
              .filter(_ -> isRising(low, high));
      case ParsedAnswer _ -> Optional.empty();
    };
  }

  /** (4,2) is a point, and (4,2] is nothing; with variables nobody knows. */
  static boolean isRising(Formula low, Formula high) {
    OptionalDouble from = low.approximation();
    OptionalDouble to = high.approximation();
    return from.isEmpty() || to.isEmpty() || from.getAsDouble() <= to.getAsDouble();
  }

  /** A set in braces as the numbers in it. */
  private static Optional<Spans> points(Several set) {
    List<Span> points = set.members().stream().flatMap(each -> point(each).stream()).toList();
    return set.order() == ParsedAnswer.Order.SET && points.size() == set.members().size()
        ? Optional.of(new Spans(Optional.empty(), points))
        : Optional.empty();
  }

  static Optional<Span> point(ParsedAnswer answer) {
    return answer instanceof Quantity(Formula at, Unit unit) && unit.isNone()
        ? Optional.of(new Span(Optional.of(at), true, Optional.of(at), true))
        : Optional.empty();
  }

  /** Intervals that were joined; one after the other, where they cannot be put in order. */
  static Spans union(List<Spans> sets) {
    List<Span> pieces = sets.stream().flatMap(each -> each.pieces().stream()).toList();
    Optional<String> variable = variable(sets);
    return RealLine.through(pieces)
        .map(line -> new Spans(variable, line.spans(line.pieces(pieces))))
        .orElse(new Spans(variable, pieces));
  }

  static Optional<Spans> intersection(List<Spans> sets) {
    return combined(sets, BitSet::and);
  }

  /** What is in the set and is none of the numbers. */
  static Optional<Spans> without(Spans set, ParsedAnswer numbers) {
    List<ParsedAnswer> members =
        numbers instanceof Several several ? several.members() : List.of(numbers);
    List<Span> points = members.stream().flatMap(each -> point(each).stream()).toList();
    return points.size() == members.size()
        ? combined(List.of(set, new Spans(set.variable(), points)), BitSet::andNot)
        : Optional.empty();
  }

  private static Optional<Spans> combined(List<Spans> sets, BiConsumer<BitSet, BitSet> with) {
    Stream<Span> all = sets.stream().flatMap(each -> each.pieces().stream());
    return RealLine.through(all.toList())
        .map(
            line -> {
              BitSet pieces = line.pieces(sets.getFirst().pieces());
              sets.stream()
                  .skip(1)
                  .forEach(each -> with.accept(pieces, line.pieces(each.pieces())));
              return new Spans(variable(sets), line.spans(pieces));
            });
  }

  private static Optional<String> variable(List<Spans> sets) {
    return sets.stream().flatMap(each -> each.variable().stream()).findFirst();
  }
}
