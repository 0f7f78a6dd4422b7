// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Approximate;
import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Chosen;
import dev.assay.equality.answers.ParsedAnswer.Colons;
import dev.assay.equality.answers.ParsedAnswer.Day;
import dev.assay.equality.answers.ParsedAnswer.Extreme;
import dev.assay.equality.answers.ParsedAnswer.Letters;
import dev.assay.equality.answers.ParsedAnswer.LongNumber;
import dev.assay.equality.answers.ParsedAnswer.Matrix;
import dev.assay.equality.answers.ParsedAnswer.Measure;
import dev.assay.equality.answers.ParsedAnswer.Option;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Relation;
import dev.assay.equality.answers.ParsedAnswer.Rounded;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Spans;
import dev.assay.equality.answers.ParsedAnswer.Truth;
import dev.assay.equality.answers.ParsedAnswer.Tuple;
import dev.assay.equality.answers.ParsedAnswer.Words;
import dev.assay.text.WorkBudget;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two answers that have been read. */
final class ComparedAnswers {

  private static final Set<Extreme> INFINITIES = Set.of(Extreme.INFINITY, Extreme.MINUS_INFINITY);

  private static final Set<Set<String>> OPPOSITES =
      Set.of(Set.of("yes", "no"), Set.of("true", "false"));

  private static final ShapeComparison SHAPES = new ShapeComparison(ComparedAnswers::of);

  /** Steps for finding out how two answers are compared. */
  private static final int PAIR = 20;

  private ComparedAnswers() {}

  private record Pair(ParsedAnswer one, ParsedAnswer other) {}

  static Judgement of(ParsedAnswer one, ParsedAnswer other) {
    WorkBudget.spend(PAIR);
    return WorkBudget.deeper(() -> ofRead(one, other));
  }

  private static Judgement ofRead(ParsedAnswer one, ParsedAnswer other) {
    return alike(one, other)
        .or(() -> dressed(one, other))
        .or(() -> dressed(other, one))
        .or(() -> SHAPES.compare(one, other))
        .or(() -> SHAPES.compare(other, one))
        .orElse(UNKNOWN);
  }

  /** Of one kind. */
  private static Optional<Judgement> alike(ParsedAnswer one, ParsedAnswer other) {
    @Nullable Judgement judgement =
        switch (new Pair(one, other)) {
          case Pair(Quantity left, Quantity right) -> Amounts.compare(left, right);
          case Pair(Colons left, Colons right) -> ColonComparison.compare(left, right);
          case Pair(Measure left, Measure right) -> Amounts.compare(left.unit(), right.unit());
          case Pair(Chosen left, Chosen right) -> Judgement.of(left.letter() == right.letter());
          case Pair(Assigned left, Assigned right) -> assigned(left, right);
          case Pair(Several left, Several right) -> several(left, right);
          case Pair(Tuple left, Tuple right) ->
              OrderedComparison.compare(left.members(), right.members(), ComparedAnswers::of);
          case Pair(Matrix left, Matrix right) ->
              OrderedComparison.compare(left, right, ComparedAnswers::of);
          case Pair(Relation left, Relation right) -> RelationComparison.compare(left, right);
          case Pair(Rounded left, Rounded right) -> of(left.exact(), right.exact());
          case Pair(Approximate left, Approximate right) ->
              ApproximateComparison.compare(left, right);
          case Pair(Option left, Option right) -> Judgement.of(left.equals(right));
          case Pair(LongNumber left, LongNumber right) -> Judgement.of(left.equals(right));
          case Pair(Day left, Day right) ->
              left.slashes() == right.slashes() ? Judgement.of(left.equals(right)) : UNKNOWN;
          case Pair(Truth left, Truth right) -> truths(left, right);
          case Pair(Extreme left, Extreme right) -> extremes(left, right);
          case Pair(Letters left, Letters right) ->
              left.text().equals(right.text()) ? EQUAL : UNKNOWN;
          case Pair(Words left, Words right) -> left.equals(right) ? EQUAL : UNKNOWN;
          case Pair _ -> null;
        };
    return Optional.ofNullable(judgement);
  }

  /** The first with something around it that the other may be without. */
  private static Optional<Judgement> dressed(ParsedAnswer one, ParsedAnswer other) {
    return switch (new Pair(one, other)) {
      case Pair(Chosen _, Several _) -> Optional.empty();
      case Pair(Chosen left, _) ->
          Optional.of(of(left.text(), other) == DIFFERENT ? DIFFERENT : UNKNOWN);
      case Pair(Assigned left, Relation right) ->
          Optional.of(RelationComparison.compare(left, right));
      case Pair(Assigned(String name, Quantity value, _), Spans right)
          when right.variable().equals(Optional.of(name)) ->
          Optional.of(point(value, right));
      case Pair(Assigned left, _) -> Optional.of(of(left.value(), other));
      case Pair(Rounded left, _) -> Optional.of(rounded(left, other));
      case Pair _ -> Optional.empty();
    };
  }

  /** What is beside the exact value may be all that the other one knows. */
  private static Judgement rounded(Rounded left, ParsedAnswer right) {
    Judgement exact = of(left.exact(), right);
    return exact == DIFFERENT && of(left.value(), right) != DIFFERENT ? UNKNOWN : exact;
  }

  private static Judgement several(Several left, Several right) {
    return NamedValues.areAlike(left, right)
        ? NamedValues.compare(left, right, ComparedAnswers::of)
        : UnorderedComparison.compare(left, right, ComparedAnswers::of);
  }

  private static Judgement assigned(Assigned left, Assigned right) {
    if (left.name().equals(right.name())) {
      return of(left.value(), right.value());
    }
    return NamedTuples.areAlike(left, right)
        ? NamedTuples.compare(left, right, ComparedAnswers::of)
        : RelationComparison.ofOtherNames(left, right);
  }

  private static Judgement point(Quantity value, Spans range) {
    return RealSets.point(value)
        .map(each -> Unions.compare(RealSets.of(each), range))
        .orElse(UNKNOWN);
  }

  private static Judgement extremes(Extreme left, Extreme right) {
    if (left == right) {
      return EQUAL;
    }
    return INFINITIES.containsAll(Set.of(left, right)) ? DIFFERENT : UNKNOWN;
  }

  private static Judgement truths(Truth left, Truth right) {
    if (left.equals(right)) {
      return EQUAL;
    }
    return OPPOSITES.contains(Set.of(left.word(), right.word())) ? DIFFERENT : UNKNOWN;
  }
}
