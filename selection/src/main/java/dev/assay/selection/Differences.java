// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static java.util.Objects.requireNonNull;

import dev.assay.reasoning.answer.AnswerEquality;
import dev.assay.reasoning.answer.AnswerEquality.Judgement;
import dev.assay.selection.scoring.Exclusion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which groups exclude each other: those of which some member's answer is known to differ from some
 * member's of the other. Compared when first asked for, and once.
 */
final class Differences implements Exclusion {

  private final List<List<String>> answers;
  private final AnswerEquality equality;
  private final Map<Long, Boolean> known = new HashMap<>();

  Differences(List<Group> groups, AnswerEquality equality) {
    this.answers =
        groups.stream()
            .map(group -> group.members().stream().map(Differences::answer).distinct().toList())
            .toList();
    this.equality = equality;
  }

  /** Groups that are yet to come, as a forecast draws them, are taken for different ones. */
  @Override
  public boolean between(int group, int other) {
    int low = Math.min(group, other);
    int high = Math.max(group, other);
    return high >= answers.size()
        || known.computeIfAbsent((long) low << Integer.SIZE | high, _ -> differ(low, high));
  }

  private boolean differ(int group, int other) {
    return answers.get(group).stream()
        .anyMatch(
            one ->
                answers.get(other).stream()
                    .anyMatch(two -> equality.compare(one, two) == Judgement.DIFFERENT));
  }

  private static String answer(FinalSolution solution) {
    return requireNonNull(solution.answer());
  }
}
