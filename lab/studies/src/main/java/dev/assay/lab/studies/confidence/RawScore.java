// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.calibration.ConfidenceScore;

/** The numbers that might say how good the evidence for a chosen answer is. */
enum RawScore {
  /** The mean verdict on it; its part of all solutions where nobody verified. */
  MEAN_VERDICT("mean verdict"),
  /** Its pessimistic score at the usual alpha. */
  PESSIMISTIC("pessimistic score"),
  /** Its part of all solutions that state an answer. */
  SHARE("share of solutions"),
  /** Its part of the verifier voting of all answers; of the solutions where nothing passed. */
  VOTING_SHARE("share of votes"),
  /** How far the runner-up is behind in votes, per solution. */
  LEAD("lead in votes"),
  /** What the product uses. */
  KEPT("confidence score");

  private final String shown;

  RawScore(String shown) {
    this.shown = shown;
  }

  String shown() {
    return shown;
  }

  double of(SettledCase settled) {
    return switch (this) {
      case MEAN_VERDICT -> meanVerdict(settled);
      case PESSIMISTIC -> score(settled.chosen(), SelectionRule.PESSIMISTIC);
      case SHARE -> share(settled, SelectionRule.MAJORITY);
      case VOTING_SHARE -> share(settled, SelectionRule.VERIFIER_VOTING);
      case LEAD -> lead(settled);
      case KEPT -> ConfidenceScore.of(settled.groups());
    };
  }

  private static double meanVerdict(SettledCase settled) {
    return judged(settled) ? meanVerdict(settled.chosen()) : share(settled, SelectionRule.MAJORITY);
  }

  private static double meanVerdict(AnswerGroup group) {
    double passes = group.solutions().stream().mapToDouble(JudgedSolution::passes).sum();
    int readable = group.solutions().stream().mapToInt(JudgedSolution::readable).sum();
    return readable == 0 ? 0 : passes / readable;
  }

  private static double share(SettledCase settled, SelectionRule rule) {
    double all = settled.groups().stream().mapToDouble(group -> score(group, rule)).sum();
    return all == 0 ? share(settled, SelectionRule.MAJORITY) : score(settled.chosen(), rule) / all;
  }

  private static double lead(SettledCase settled) {
    // Without verdicts every solution has one vote.
    SelectionRule rule = judged(settled) ? SelectionRule.VERIFIER_VOTING : SelectionRule.MAJORITY;
    double rival =
        settled.groups().stream().skip(1).mapToDouble(group -> score(group, rule)).max().orElse(0);
    double solutions =
        settled.groups().stream().mapToDouble(group -> score(group, SelectionRule.MAJORITY)).sum();
    return (score(settled.chosen(), rule) - rival) / solutions;
  }

  private static boolean judged(SettledCase settled) {
    return settled.groups().stream()
        .flatMap(group -> group.solutions().stream())
        .anyMatch(solution -> solution.readable() > 0);
  }

  private static double score(AnswerGroup group, SelectionRule rule) {
    Double score = group.scores().get(rule);
    if (score == null) {
      throw new IllegalStateException("no score under " + rule + " (expected: one for every rule)");
    }
    return score;
  }
}
