// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Day;
import dev.assay.equality.answers.ParsedAnswer.LongNumber;
import dev.assay.equality.answers.ParsedAnswer.Matrix;
import dev.assay.equality.answers.ParsedAnswer.Option;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Relation;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Sign;
import dev.assay.equality.answers.ParsedAnswer.Spans;
import dev.assay.equality.answers.ParsedAnswer.Truth;
import dev.assay.equality.answers.ParsedAnswer.Tuple;
import dev.assay.equality.answers.ParsedAnswer.Words;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Identity;
import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares two answers that have been read. */
final class Comparison {

  private static final Set<Set<String>> OPPOSITES =
      Set.of(Set.of("yes", "no"), Set.of("true", "false"));

  /** Steps for finding out how two answers are compared. */
  private static final int PAIR = 20;

  private Comparison() {}

  private record Pair(ParsedAnswer one, ParsedAnswer other) {}

  static Judgement of(ParsedAnswer one, ParsedAnswer other) {
    WorkBudget.spend(PAIR);
    return WorkBudget.deeper(() -> ofRead(one, other));
  }

  private static Judgement ofRead(ParsedAnswer one, ParsedAnswer other) {
    return switch (new Pair(one, other)) {
      case Pair(Assigned left, Assigned right) -> assigned(left, right);
      case Pair(Assigned left, Relation right) -> relation(left, right);
      case Pair(Relation left, Assigned right) -> relation(right, left);
      case Pair(Assigned left, _) -> of(left.value(), other);
      case Pair(_, Assigned right) -> of(one, right.value());
      case Pair(Several left, Several right) ->
          UnorderedComparison.compare(left, right, Comparison::of);
      case Pair(Several left, Quantity _) ->
          UnorderedComparison.compare(left, other, Comparison::of);
      case Pair(Quantity _, Several right) ->
          UnorderedComparison.compare(right, one, Comparison::of);
      case Pair(Quantity left, Quantity right) -> Amounts.compare(left, right);
      case Pair(Tuple left, Tuple right) -> inOrder(left.members(), right.members());
      case Pair(Matrix left, Matrix right) -> matrices(left, right);
      case Pair(Relation left, Relation right) -> relations(left, right);
      case Pair(Option left, Option right) -> Judgement.of(left.equals(right));
      case Pair(LongNumber left, LongNumber right) -> Judgement.of(left.equals(right));
      case Pair(Day left, Day right) ->
          left.slashes() == right.slashes() ? Judgement.of(left.equals(right)) : UNKNOWN;
      case Pair(Truth left, Truth right) -> truths(left, right);
      case Pair(Words left, Words right) -> left.equals(right) ? EQUAL : UNKNOWN;
      case Pair(Spans left, _) -> ranges(left, other);
      case Pair(_, Spans right) -> ranges(right, one);
      case Pair(Tuple(_, boolean tight), Quantity _) -> tight ? UNKNOWN : DIFFERENT;
      case Pair(Quantity _, Tuple(_, boolean tight)) -> tight ? UNKNOWN : DIFFERENT;
      case Pair(Matrix left, Quantity _) -> left.rows().size() > 1 ? DIFFERENT : UNKNOWN;
      case Pair(Quantity _, Matrix right) -> right.rows().size() > 1 ? DIFFERENT : UNKNOWN;
      case Pair _ -> UNKNOWN;
    };
  }

  /** Equal if all are, different if one is for sure. */
  static Judgement inOrder(List<ParsedAnswer> left, List<ParsedAnswer> right) {
    if (left.size() != right.size()) {
      return DIFFERENT;
    }
    Judgement all = EQUAL;
    for (int i = 0; i < left.size() && all != DIFFERENT; i++) {
      Judgement each = of(left.get(i), right.get(i));
      all = each == EQUAL ? all : each;
    }
    return all;
  }

  private static Judgement matrices(Matrix left, Matrix right) {
    boolean sameShape =
        left.rows().stream()
            .map(List::size)
            .toList()
            .equals(right.rows().stream().map(List::size).toList());
    return sameShape
        ? inOrder(
            left.rows().stream().flatMap(List::stream).toList(),
            right.rows().stream().flatMap(List::stream).toList())
        : DIFFERENT;
  }

  private static Judgement truths(Truth left, Truth right) {
    if (left.equals(right)) {
      return EQUAL;
    }
    return OPPOSITES.contains(Set.of(left.word(), right.word())) ? DIFFERENT : UNKNOWN;
  }

  /** Two names may be two quantities, or two names for what was asked. */
  private static Judgement assigned(Assigned left, Assigned right) {
    if (left.name().equals(right.name())) {
      return of(left.value(), right.value());
    }
    Judgement lines =
        left.difference().isPresent() && right.difference().isPresent()
            ? multiples(left.difference().get(), right.difference().get(), Sign.ZERO)
            : UNKNOWN;
    return lines == EQUAL ? EQUAL : UNKNOWN;
  }

  private static Judgement relation(Assigned left, Relation right) {
    Optional<Formula> difference = left.difference().filter(_ -> right.sign() == Sign.ZERO);
    return difference.map(each -> multiples(each, right.difference(), Sign.ZERO)).orElse(UNKNOWN);
  }

  private static Judgement relations(Relation left, Relation right) {
    return left.sign() == right.sign()
        ? multiples(left.difference(), right.difference(), left.sign())
        : UNKNOWN;
  }

  /** What is no multiple may still have the same solutions, unless both are linear. */
  private static Judgement multiples(Formula left, Formula right, Sign sign) {
    Judgement judgement = Judgement.of(Identity.ofMultiples(left, right, sign != Sign.ZERO));
    boolean sure = left.isLinear() && right.isLinear();
    return judgement == DIFFERENT && !sure ? UNKNOWN : judgement;
  }

  private static Judgement ranges(Spans left, ParsedAnswer other) {
    if (other instanceof Quantity) {
      return DIFFERENT;
    }
    Optional<Spans> right = BracketedAnswers.interval(other);
    Judgement judgement = right.map(each -> Unions.compare(left, each)).orElse(UNKNOWN);
    boolean sameVariable =
        left.variable().isEmpty()
            || right.flatMap(Spans::variable).isEmpty()
            || left.variable().equals(right.get().variable());
    return sameVariable ? judgement : UNKNOWN;
  }
}
