// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static java.util.Objects.requireNonNull;

import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.AnswerEquality.Pairs;
import dev.assay.equality.answers.AnswerGroups;
import dev.assay.selection.scoring.GroupSums;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The solutions that give the same answer, and the sums over them that the rules are made of.
 *
 * @param members in the order of their attempts, at least one
 */
record AnswerGroupSums(List<FinalSolution> members, GroupSums sums) {

  static AnswerGroupSums of(List<FinalSolution> members) {
    return new AnswerGroupSums(
        members.stream().sorted(Comparator.comparing(FinalSolution::attempt)).toList(),
        sums(members));
  }

  private static GroupSums sums(Collection<FinalSolution> members) {
    return new GroupSums(
        members.size(),
        (int) members.stream().filter(FinalSolution::accepted).count(),
        members.stream().mapToInt(each -> each.verdicts().readable()).sum(),
        members.stream().mapToDouble(each -> each.verdicts().passes()).sum(),
        members.stream().mapToDouble(each -> each.verdicts().passRate()).sum(),
        members.stream().mapToDouble(each -> each.verdicts().passRate()).max().orElse(0),
        members.stream().mapToLong(FinalSolution::tokens).sum(),
        members.stream().mapToInt(FinalSolution::attempt).min().orElse(0));
  }

  /** Sorts solutions that state an answer into groups. */
  static List<AnswerGroupSums> of(List<FinalSolution> answered, AnswerEquality equality) {
    return sorted(answered, pairs(answered, equality));
  }

  /**
   * The same with comparisons that serve other ends, too.
   *
   * @param pairs over the answers of these solutions, in the same order
   */
  static List<AnswerGroupSums> sorted(List<FinalSolution> answered, Pairs pairs) {
    return AnswerGroups.of(answered, pairs).stream().map(AnswerGroupSums::of).toList();
  }

  /** Comparisons of the answers of these solutions. */
  static Pairs pairs(List<FinalSolution> answered, AnswerEquality equality) {
    return equality.over(answered.stream().map(each -> requireNonNull(each.answer())).toList());
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
