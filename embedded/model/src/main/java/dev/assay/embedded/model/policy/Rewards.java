// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.policy;

/** Rewards that a rule computes, with no model in between. */
public final class Rewards {

  /** Says that there is no error. */
  public static final int SOUND = -1;

  private Rewards() {}

  /**
   * Of a verdict on a process (OPV, arXiv 2512.10756, the reward of its reinforcement learning): -1
   * if it is wrong about whether there is an error at all, else lambda to the power of how far the
   * step it names is from the first wrong one.
   *
   * @param predicted index of the first wrong step, or {@link #SOUND}
   * @param labelled likewise, the truth
   * @param lambda above 0 and below 1; the paper's value is not published
   */
  public static double firstError(int predicted, int labelled, double lambda) {
    if ((predicted == SOUND) != (labelled == SOUND)) {
      return -1;
    }
    return Math.pow(lambda, Math.abs(predicted - labelled));
  }

  /**
   * Of a critique (RefCritic, arXiv 2507.15024, equation 6 and what combines it): how right the
   * judgement is, and how often what was refined by it came out right.
   *
   * @param judgement reward of the judgement
   * @param refined share of refinements that are right
   * @param lambda what refinement counts beside judgement; 0 is judgement alone
   */
  public static double dual(double judgement, double refined, double lambda) {
    return (judgement + lambda * refined) / (1 + lambda);
  }

  /**
   * Of an attempt that passed some of its verifications (Intern-S1-MO, arXiv 2512.10739, the
   * conjugate reward): the probability that a success rate drawn from Beta(k + 1, n - k + 1)
   * exceeds one drawn from Beta(1, n + 1).
   *
   * @param passed k
   * @param verifications n, at least 1
   * @return from .5 for none passed to nearly 1
   */
  public static double conjugate(int passed, int verifications) {
    // B(k+1, 2n-k+2) / B(k+1, n-k+1) = prod over i = 1..k+1 of (n-k+i) / (2n-k+1+i)
    double ratio = 1;
    for (int i = 1; i <= passed + 1; i++) {
      ratio *= (double) (verifications - passed + i) / (2.0 * verifications - passed + 1 + i);
    }
    return 1 - ratio;
  }
}
