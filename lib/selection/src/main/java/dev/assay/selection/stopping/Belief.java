// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import dev.assay.selection.scoring.GroupSums;
import java.util.List;

/**
 * What the evidence says of calls not made yet; {@link SimulatedCompletion} draws from it.
 *
 * @param passes of each group, in yes-or-no verdicts
 * @param fails of each group, in the same
 * @param weight how many of those one verdict is worth
 * @param readableShare how often a verdict can be read
 * @param average what a solution is like whose group is new
 */
record Belief(
    double[] passes, double[] fails, double weight, double readableShare, GroupSums average) {

  static Belief of(WorkState progress, GroupAccumulator accumulator, double weight) {
    double[] passes = new double[accumulator.groups()];
    double[] fails = new double[accumulator.groups()];
    for (int i = 0; i < passes.length; i++) {
      GroupSums sums = accumulator.sums(i);
      passes[i] = weight * sums.passes();
      fails[i] = weight * (sums.readable() - sums.passes());
    }
    List<VerificationState> solutions = progress.solutions();
    int returned = solutions.stream().mapToInt(VerificationState::returned).sum();
    int readable = solutions.stream().mapToInt(VerificationState::readable).sum();
    int accepted = (int) solutions.stream().filter(VerificationState::accepted).count();
    long tokens = solutions.stream().mapToLong(VerificationState::tokens).sum();
    return new Belief(
        passes,
        fails,
        weight,
        (readable + 1.0) / (returned + 1.0),
        new GroupSums(solutions.size(), accepted, 0, 0, 0, 0, 0, tokens, 0));
  }

  /** The rate at which verdicts on the group pass; uniform for one that is new. */
  double rate(int group, RandomVariates draws) {
    return group < passes.length
        ? draws.beta(1 + passes[group], 1 + fails[group])
        : draws.uniform();
  }
}
