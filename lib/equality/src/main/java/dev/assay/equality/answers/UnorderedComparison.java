// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Several;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Compares answers whose order says nothing. */
final class UnorderedComparison {

  private final List<ParsedAnswer> left;
  private final List<ParsedAnswer> right;

  /** Each with each, null until asked for: sets within sets must not be compared twice a level. */
  private final Judgement[][] known;

  private final BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members;

  private UnorderedComparison(
      Several left, Several right, BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members) {
    this.members = members;
    this.left = left.members();
    this.right = right.members();
    this.known = new Judgement[this.left.size()][this.right.size()];
  }

  static Judgement compare(
      Several left,
      ParsedAnswer single,
      BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members) {
    return compare(left, new Several(List.of(single), false), members);
  }

  /**
   * @param members compares what both sides are made of
   */
  static Judgement compare(
      Several left, Several right, BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members) {
    boolean named = hasNames(left);
    if (named != hasNames(right) && !left.members().isEmpty() && !right.members().isEmpty()) {
      return UNKNOWN;
    }
    UnorderedComparison sets = new UnorderedComparison(left, right, members);
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
  private Judgement member(ParsedAnswer one, ParsedAnswer other) {
    boolean mixed =
        (isSet(one) && other instanceof Quantity) || (one instanceof Quantity && isSet(other));
    return mixed ? DIFFERENT : members.apply(one, other);
  }

  private static boolean isSet(ParsedAnswer answer) {
    return answer instanceof Several several && !several.tight();
  }
}
