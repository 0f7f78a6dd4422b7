// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.answer;

import dev.assay.reasoning.answer.AnswerEquality.Judgement;
import java.util.ArrayList;
import java.util.List;
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
    List<List<T>> groups = new ArrayList<>();
    for (T item : items) {
      List<List<T>> joined =
          groups.stream().filter(group -> anyEqual(group, item, answer, equality)).toList();
      if (joined.isEmpty()) {
        groups.add(new ArrayList<>(List.of(item)));
        continue;
      }
      List<T> first = joined.getFirst();
      for (List<T> other : joined.subList(1, joined.size())) {
        first.addAll(other);
        groups.removeIf(group -> group == other);
      }
      first.add(item);
    }
    return groups;
  }

  private static <T> boolean anyEqual(
      List<T> group, T item, Function<T, String> answer, AnswerEquality equality) {
    return group.stream()
        .anyMatch(
            each -> equality.compare(answer.apply(each), answer.apply(item)) == Judgement.EQUAL);
  }
}
