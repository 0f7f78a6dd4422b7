// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.answer;

import static dev.assay.reasoning.answer.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.reasoning.answer.AnswerEquality.Judgement.EQUAL;
import static dev.assay.reasoning.answer.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.reasoning.answer.Answer.Assigned;
import dev.assay.reasoning.answer.Answer.Quantity;
import dev.assay.reasoning.answer.Answer.Several;
import dev.assay.reasoning.answer.AnswerEquality.Judgement;
import java.util.List;
import java.util.stream.IntStream;

/** Compares answers whose order says nothing. */
final class Sets {

  private final List<Answer> left;
  private final List<Answer> right;

  /** Each with each, null until asked for: sets within sets must not be compared twice a level. */
  private final Judgement[][] known;

  private Sets(Several left, Several right) {
    this.left = left.members();
    this.right = right.members();
    this.known = new Judgement[this.left.size()][this.right.size()];
  }

  static Judgement compare(Several left, Answer single) {
    return compare(left, new Several(List.of(single), false));
  }

  static Judgement compare(Several left, Several right) {
    boolean named = hasNames(left);
    if (named != hasNames(right) && !left.members().isEmpty() && !right.members().isEmpty()) {
      return UNKNOWN;
    }
    Sets sets = new Sets(left, right);
    if (sets.hasStranger()) {
      // 3,14 may be two numbers or one, so that it differs from nothing but other pairs.
      return left.tight() != right.tight() && Math.min(size(left), size(right)) == 1
          ? UNKNOWN
          : DIFFERENT;
    }
    return sets.areWithin() && size(left) == size(right) ? EQUAL : UNKNOWN;
  }

  private static int size(Several several) {
    return several.members().size();
  }

  private static boolean hasNames(Several several) {
    return several.members().stream().anyMatch(Assigned.class::isInstance);
  }

  /** Whether one of them differs from all of the others. */
  private boolean hasStranger() {
    return lefts().anyMatch(i -> rights().allMatch(j -> at(i, j) == DIFFERENT))
        || rights().anyMatch(j -> lefts().allMatch(i -> at(i, j) == DIFFERENT));
  }

  private boolean areWithin() {
    return lefts().allMatch(i -> rights().anyMatch(j -> at(i, j) == EQUAL))
        && rights().allMatch(j -> lefts().anyMatch(i -> at(i, j) == EQUAL));
  }

  private IntStream lefts() {
    return IntStream.range(0, left.size());
  }

  private IntStream rights() {
    return IntStream.range(0, right.size());
  }

  private Judgement at(int i, int j) {
    if (known[i][j] == null) {
      known[i][j] = member(left.get(i), right.get(j));
    }
    return known[i][j];
  }

  /** Among members, a set of one number is no number. */
  private static Judgement member(Answer one, Answer other) {
    boolean mixed =
        (isSet(one) && other instanceof Quantity) || (one instanceof Quantity && isSet(other));
    return mixed ? DIFFERENT : Comparison.of(one, other);
  }

  private static boolean isSet(Answer answer) {
    return answer instanceof Several several && !several.tight();
  }
}
