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
record Group(List<FinalSolution> members) {

  Group {
    members = members.stream().sorted(Comparator.comparing(FinalSolution::attempt)).toList();
  }

  /** Sorts solutions that state an answer into groups. */
  static List<Group> of(List<FinalSolution> answered, AnswerEquality equality) {
    return AnswerGroups.of(answered, each -> requireNonNull(each.answer()), equality).stream()
        .map(Group::new)
        .toList();
  }

  int size() {
    return members.size();
  }

  int firstAttempt() {
    return members.getFirst().attempt();
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

  /** What RefCritic's filter leaves of the group (arXiv 2507.15024). */
  int accepted() {
    return (int) members.stream().filter(FinalSolution::accepted).count();
  }

  int readable() {
    return members.stream().mapToInt(each -> each.verdicts().readable()).sum();
  }

  /** The mean of the readable verdicts; 0 where there is none. */
  double meanVerdict() {
    double passes = members.stream().mapToDouble(each -> each.verdicts().passes()).sum();
    return readable() == 0 ? 0 : passes / readable();
  }

  /** OPV's verifier voting (arXiv 2512.10756): each solution votes with its pass rate. */
  double sumOfPassRates() {
    return members.stream().mapToDouble(Group::passRate).sum();
  }

  /** OPV's best-of-N: a group is as good as its best solution. */
  double bestPassRate() {
    return members.stream().mapToDouble(Group::passRate).max().orElse(0);
  }

  double meanTokens() {
    return members.stream().mapToInt(FinalSolution::tokens).average().orElse(0);
  }

  private static double passRate(FinalSolution solution) {
    return solution.verdicts().passRate();
  }
}
