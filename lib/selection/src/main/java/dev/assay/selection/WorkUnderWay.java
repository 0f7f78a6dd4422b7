// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import java.util.List;

/**
 * What was asked for and has not come.
 *
 * @param attempts that have reached no end
 * @param drafted calls that those of them have reported which have a draft, each by itself
 * @param verdicts on all solutions
 * @param outcomes that may still be made: of solutions of which no verdict has come
 * @param comparisons of answers
 */
record WorkUnderWay(
    long attempts, List<Integer> drafted, long verdicts, long outcomes, long comparisons) {

  static WorkUnderWay of(Evidence evidence) {
    long ended = (long) evidence.solutions().size() + evidence.abandoned().size();
    return new WorkUnderWay(
        Math.max(0, evidence.attemptsAsked() - ended),
        evidence.drafts().stream()
            .filter(evidence::underWay)
            .map(each -> each.spent().calls())
            .toList(),
        evidence.solutions().stream()
            .map(FinalSolution::verdicts)
            .mapToLong(each -> Math.max(0, each.asked() - each.returned()))
            .sum(),
        evidence.solutions().stream()
            .map(FinalSolution::verdicts)
            .filter(each -> each.asked() > 0 && each.returned() == 0)
            .count(),
        evidence.comparisons().stream().filter(each -> !each.returned()).count());
  }

  /** Whether there are neither attempts nor verdicts. */
  boolean none() {
    return attempts == 0 && verdicts == 0;
  }

  /**
   * The most calls that all of it may still take.
   *
   * @param attempt the most that one attempt takes
   * @param summarised whether outcomes are made
   */
  long calls(int attempt, boolean summarised) {
    long reported = drafted.stream().mapToLong(each -> Math.min(each, attempt)).sum();
    return Math.max(0, attempts * attempt - reported)
        + verdicts
        + (summarised ? outcomes : 0)
        + comparisons;
  }
}
