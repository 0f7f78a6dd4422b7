// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Approximate;
import dev.assay.equality.answers.ParsedAnswer.Chosen;
import dev.assay.equality.answers.ParsedAnswer.Colons;
import dev.assay.equality.answers.ParsedAnswer.Extreme;
import dev.assay.equality.answers.ParsedAnswer.Letters;
import dev.assay.equality.answers.ParsedAnswer.Matrix;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Range;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Spans;
import dev.assay.equality.answers.ParsedAnswer.Tuple;
import dev.assay.equality.math.Identity;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Compares answers of two shapes, such as a column and a point, which may still be the same. */
record ShapeComparison(BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members) {

  private static final Dimension LENGTH = Dimension.of("m");
  private static final Unit PICOMETRE = UnitTable.find("picometre").orElseThrow();

  private record Pair(ParsedAnswer one, ParsedAnswer other) {}

  /** Empty if nothing is known of the two shapes in this order. */
  Optional<Judgement> compare(ParsedAnswer one, ParsedAnswer other) {
    return switch (new Pair(one, other)) {
      case Pair(Several left, Tuple right) ->
          Optional.of(NamedValues.compare(left, right, members));
      case Pair(Range left, _) -> Optional.of(RangeComparison.compare(left, other));
      case Pair(Several left, Quantity right) when Separators.areIn(left, right) ->
          Optional.of(UNKNOWN);
      case Pair(Several left, Quantity _) -> single(left, other);
      case Pair(Several left, Chosen _) -> single(left, other);
      case Pair(Approximate left, Quantity right) ->
          Optional.of(ApproximateComparison.compare(left, right));
      case Pair(Colons _, Quantity right) ->
          Optional.of(right.unit().dimension().equals(LENGTH) ? lengths(right) : UNKNOWN);
      case Pair(Letters left, Quantity right) -> Optional.of(product(left, right));
      case Pair(Extreme _, Quantity right) -> Optional.of(isNumber(right) ? DIFFERENT : UNKNOWN);
      case Pair(Tuple left, Quantity right) -> Optional.of(shaped(left, right));
      case Pair(Matrix left, Tuple right) -> Optional.of(column(left, right));
      case Pair(Matrix left, Quantity _) ->
          Optional.of(left.rows().size() > 1 ? DIFFERENT : UNKNOWN);
      case Pair(Spans left, _) -> Optional.of(ranges(left, other));
      case Pair _ -> Optional.empty();
    };
  }

  /** In picometres it may be the pm of a time. */
  private static Judgement lengths(Quantity length) {
    return length.unit().equals(PICOMETRE) ? UNKNOWN : DIFFERENT;
  }

  private Optional<Judgement> single(Several left, ParsedAnswer right) {
    return Optional.of(UnorderedComparison.compare(left, right, members));
  }

  private Judgement product(Letters left, Quantity right) {
    return members.apply(left.product(), right) == EQUAL ? EQUAL : UNKNOWN;
  }

  private static boolean isNumber(Quantity quantity) {
    return quantity.formula().approximation().isPresent();
  }

  private static Judgement shaped(Tuple left, Quantity right) {
    return left.tight() || !isNumber(right) ? UNKNOWN : DIFFERENT;
  }

  /** A column has the coordinates of a point; a row may be another vector. */
  private Judgement column(Matrix left, Tuple right) {
    boolean column = left.rows().stream().allMatch(row -> row.size() == 1);
    List<ParsedAnswer> first = left.rows().stream().map(List::getFirst).toList();
    return column ? OrderedComparison.compare(first, right.members(), members) : UNKNOWN;
  }

  private static Judgement ranges(Spans left, ParsedAnswer other) {
    if (other instanceof Quantity number) {
      return !isNumber(number) || isExclusion(left, number) ? UNKNOWN : DIFFERENT;
    }
    Optional<Spans> right = RealSets.of(other);
    Judgement judgement = right.map(each -> Unions.compare(left, each)).orElse(UNKNOWN);
    boolean sameVariable =
        left.variable().isEmpty()
            || right.flatMap(Spans::variable).isEmpty()
            || left.variable().equals(right.get().variable());
    return sameVariable ? judgement : UNKNOWN;
  }

  /** Who asks what x cannot be may get the number, or all the others. */
  private static boolean isExclusion(Spans left, Quantity number) {
    return left.pieces().size() > 1
        && left.pieces().stream()
            .flatMap(each -> each.high().stream())
            .anyMatch(end -> Identity.of(end, number.formula()) == Identity.HOLDS);
  }
}
