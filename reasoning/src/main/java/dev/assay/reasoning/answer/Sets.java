// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.answer;

import static dev.assay.reasoning.answer.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.reasoning.answer.AnswerEquality.Judgement.EQUAL;
import static dev.assay.reasoning.answer.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.reasoning.answer.Answer.Assigned;
import dev.assay.reasoning.answer.Answer.Several;
import dev.assay.reasoning.answer.AnswerEquality.Judgement;
import java.util.List;

/** Compares answers whose order says nothing. */
final class Sets {

  private Sets() {}

  static Judgement compare(Several left, Answer single) {
    return compare(left, new Several(List.of(single), false));
  }

  static Judgement compare(Several left, Several right) {
    boolean named = hasNames(left);
    if (named != hasNames(right) && !left.members().isEmpty() && !right.members().isEmpty()) {
      return UNKNOWN;
    }
    if (hasStranger(left, right) || hasStranger(right, left)) {
      // 3,14 may be two numbers or one, so that it differs from nothing but other pairs.
      return left.tight() != right.tight() && Math.min(size(left), size(right)) == 1
          ? UNKNOWN
          : DIFFERENT;
    }
    boolean all = isWithin(left, right) && isWithin(right, left);
    return all && size(left) == size(right) ? EQUAL : UNKNOWN;
  }

  private static int size(Several several) {
    return several.members().size();
  }

  private static boolean hasNames(Several several) {
    return several.members().stream().anyMatch(Assigned.class::isInstance);
  }

  /** Whether one of them differs from all of the others. */
  private static boolean hasStranger(Several these, Several those) {
    return these.members().stream()
        .anyMatch(
            each ->
                those.members().stream()
                    .allMatch(other -> Comparison.of(each, other) == DIFFERENT));
  }

  private static boolean isWithin(Several these, Several those) {
    return these.members().stream()
        .allMatch(
            each ->
                those.members().stream().anyMatch(other -> Comparison.of(each, other) == EQUAL));
  }
}
