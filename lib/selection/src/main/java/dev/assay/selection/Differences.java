// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static java.util.Objects.requireNonNull;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.AnswerEquality.Pairs;
import dev.assay.selection.scoring.Exclusion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which groups exclude each other: those of which some member's answer is known to differ from some
 * member's of the other. Compared when first asked for, and once.
 */
final class Differences implements Exclusion {

  /** Of each group, one place in the list of answers for each way in which it is written. */
  private final List<List<Integer>> places;

  private final Pairs pairs;
  private final Map<Long, Boolean> known = new HashMap<>();

  /**
   * @param answered the solutions that the groups are made of
   * @param pairs over their answers, in the same order
   */
  Differences(List<AnswerGroupSums> groups, List<FinalSolution> answered, Pairs pairs) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < answered.size(); i++) {
      first.putIfAbsent(answer(answered.get(i)), i);
    }
    this.places =
        groups.stream()
            .map(
                group ->
                    group.members().stream()
                        .map(each -> requireNonNull(first.get(answer(each))))
                        .distinct()
                        .toList())
            .toList();
    this.pairs = pairs;
  }

  /** Groups that are yet to come, as a forecast draws them, are taken for different ones. */
  @Override
  public boolean between(int group, int other) {
    int low = Math.min(group, other);
    int high = Math.max(group, other);
    return high >= places.size()
        || known.computeIfAbsent((long) low << Integer.SIZE | high, _ -> differ(low, high));
  }

  private boolean differ(int group, int other) {
    return places.get(group).stream()
        .anyMatch(
            one ->
                places.get(other).stream()
                    .anyMatch(two -> pairs.compare(one, two) == Judgement.DIFFERENT));
  }

  private static String answer(FinalSolution solution) {
    return requireNonNull(solution.answer());
  }
}
