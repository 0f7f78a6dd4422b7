// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sorts solutions into groups of equal answers. */
public final class AnswerGroups {

  private AnswerGroups() {}

  /**
   * The connected components of {@code equal}: two answers are in one group if a chain of equal
   * answers joins them, even where the two themselves cannot be compared.
   *
   * @return groups and their members in the order of the list
   */
  public static <T> List<List<T>> of(
      List<T> items, Function<T, String> answer, AnswerEquality equality) {
    return of(items, equality.over(items.stream().map(answer).toList()));
  }

  /**
   * The same, for callers who compare the answers for other ends, too: what was read and spent on
   * them is read and spent once.
   *
   * @param pairs over the items' answers, in the same order
   */
  public static <T> List<List<T>> of(List<T> items, AnswerEquality.Pairs pairs) {
    int[] group = new int[items.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      for (int j = 0; j < i; j++) {
        if (group[j] != group[i] && pairs.compare(j, i) == Judgement.EQUAL) {
          join(group, i, j);
        }
      }
    }
    Map<Integer, List<T>> groups = new LinkedHashMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(group[i], _ -> new ArrayList<>()).add(items.get(i));
    }
    return List.copyOf(groups.values());
  }

  /** Gives the members of both groups the number of the one that began earlier. */
  private static void join(int[] group, int one, int other) {
    int kept = Math.min(group[one], group[other]);
    int gone = Math.max(group[one], group[other]);
    for (int i = 0; i <= one; i++) {
      if (group[i] == gone) {
        group[i] = kept;
      }
    }
  }
}
