// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static java.util.Objects.requireNonNull;

import dev.assay.selection.scoring.GroupSums;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The solutions that give the same answer, and the sums over them that the rules are made of.
 *
 * @param members in the order of their attempts, at least one
 * @param copies of members, which are in no sum
 */
record AnswerGroupSums(List<FinalSolution> members, List<FinalSolution> copies, GroupSums sums) {

  private static GroupSums sums(Collection<FinalSolution> members) {
    return new GroupSums(
        members.size(),
        (int) members.stream().filter(FinalSolution::accepted).count(),
        members.stream().mapToInt(each -> each.verdicts().counted()).sum(),
        members.stream().mapToInt(each -> each.verdicts().readable()).sum(),
        members.stream().mapToDouble(each -> each.verdicts().passes()).sum(),
        members.stream().mapToDouble(each -> each.verdicts().passRate()).sum(),
        members.stream().mapToDouble(each -> each.verdicts().passRate()).max().orElse(0),
        members.stream().mapToLong(FinalSolution::tokens).sum(),
        members.stream().mapToInt(FinalSolution::attempt).min().orElse(0));
  }

  /**
   * The groups of solutions, by their earliest attempts.
   *
   * @param answered those that state an answer, in the order of their attempts, each with its group
   */
  static List<AnswerGroupSums> of(List<FinalSolution> answered) {
    return answered.stream()
        .collect(
            Collectors.groupingBy(
                each -> membership(each).group(), LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(AnswerGroupSums::group)
        .toList();
  }

  private static AnswerGroupSums group(List<FinalSolution> all) {
    List<FinalSolution> members = all.stream().filter(each -> each.repeats() == null).toList();
    List<FinalSolution> copies = all.stream().filter(each -> each.repeats() != null).toList();
    return new AnswerGroupSums(members, copies, sums(members));
  }

  /** The attempts that give the answer, copies included. */
  List<FinalSolution> all() {
    return Stream.concat(members.stream(), copies.stream()).toList();
  }

  /** The attempts that came to the same text. */
  List<Integer> copiesOf(FinalSolution member) {
    return copies.stream()
        .filter(each -> Objects.equals(each.repeats(), member.attempt()))
        .map(FinalSolution::attempt)
        .toList();
  }

  /** Groups that this one is known to differ from, each by one of its attempts. */
  Set<Integer> differsFrom() {
    return all().stream()
        .flatMap(each -> membership(each).differsFrom().stream())
        .collect(Collectors.toSet());
  }

  private static GroupMembership membership(FinalSolution solution) {
    return requireNonNull(solution.membership(), () -> solution.id() + " has no group yet");
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
