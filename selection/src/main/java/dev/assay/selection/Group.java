// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static java.util.Objects.requireNonNull;

import dev.assay.reasoning.answer.AnswerEquality;
import dev.assay.reasoning.answer.AnswerGroups;
import java.util.Comparator;
import java.util.List;

/**
 * The solutions that give the same answer, and the sums over them that the rules are made of.
 *
 * @param members in the order of their attempts, at least one
 */
record Group(List<FinalSolution> members, GroupSums sums) {

  static Group of(List<FinalSolution> members) {
    return new Group(
        members.stream().sorted(Comparator.comparing(FinalSolution::attempt)).toList(),
        GroupSums.of(members));
  }

  /** Sorts solutions that state an answer into groups. */
  static List<Group> of(List<FinalSolution> answered, AnswerEquality equality) {
    return AnswerGroups.of(answered, each -> requireNonNull(each.answer()), equality).stream()
        .map(Group::of)
        .toList();
  }

  int size() {
    return sums.size();
  }

  /** How the first member writes the answer. */
  String name() {
    return requireNonNull(members.getFirst().answer());
  }

  /** The answer as the solution with the best pass rate writes it; the earliest of equals. */
  String text() {
    FinalSolution best =
        members.stream()
            .reduce((one, other) -> passRate(other) > passRate(one) ? other : one)
            .orElseThrow();
    return requireNonNull(best.answer());
  }

  private static double passRate(FinalSolution solution) {
    return solution.verdicts().passRate();
  }
}
