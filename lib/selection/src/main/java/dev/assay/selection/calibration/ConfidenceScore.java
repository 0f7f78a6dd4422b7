// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.JudgedSolution;
import java.util.List;

/**
 * Puts the evidence for a chosen answer into one number. It looks at what arrived and neither at
 * the policy's thresholds nor at the planned N and M, so that answers settled early and late, by
 * small and large policies, stand on one scale. It ranks; {@link Calibration} makes a probability
 * of it.
 */
public final class ConfidenceScore {

  /**
   * As many imaginary solutions for no answer at all as a usual policy has attempts: two that agree
   * are no match for sixteen.
   */
  private static final double PRIOR = 8;

  /** Sums of the same verdicts in another order differ by less, and are to be ties. */
  private static final double RESOLUTION = 1e-9;

  private ConfidenceScore() {}

  /**
   * The lead of the chosen group, weighted with how well it was judged: {@code q_1 * max(0, N_1 q_1
   * - max_j N_j q_j) / (N + 8)}. {@code q_i = (passes_i + 1) / (readable_i + 2)} is the share of
   * verdicts that pass by Laplace's rule of succession, one half where there is none; N counts the
   * solutions that state an answer. The form is our own; docs/why/0008-how-sure.md says what it was
   * compared with.
   *
   * @param groups of a settled answer, the chosen one first, at least one
   * @return at least 0, below 1, a multiple of 1e-9
   */
  public static double of(List<AnswerGroup> groups) {
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("groups: none (expected: at least the chosen one)");
    }
    double rival = groups.stream().skip(1).mapToDouble(ConfidenceScore::votes).max().orElse(0);
    int solutions = groups.stream().mapToInt(group -> group.solutions().size()).sum();
    AnswerGroup chosen = groups.getFirst();
    double lead = Math.max(0, votes(chosen) - rival) / (solutions + PRIOR);
    return Math.rint(passShare(chosen) * lead / RESOLUTION) * RESOLUTION;
  }

  private static double votes(AnswerGroup group) {
    return group.solutions().size() * passShare(group);
  }

  private static double passShare(AnswerGroup group) {
    double passes = group.solutions().stream().mapToDouble(JudgedSolution::passes).sum();
    int readable = group.solutions().stream().mapToInt(JudgedSolution::readable).sum();
    return (passes + 1) / (readable + 2);
  }
}
