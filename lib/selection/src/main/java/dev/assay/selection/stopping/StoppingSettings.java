// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

/**
 * How eagerly to stop, and what to believe about calls not made yet.
 *
 * @param epsilon stop when the remaining calls change the decision with at most this probability; 0
 *     stops only where they cannot
 * @param width calls to keep under way at the same time: 1 spends the fewest, more answers sooner
 * @param start attempts to begin with
 * @param watchStatus whether a change of the answer's status counts as a change of the decision
 * @param simulations completions of the work to draw before stopping, at least 50; fewer are drawn
 *     while it is plain that the decision can change
 * @param verdictWeight how many yes-or-no verdicts one verdict is worth: 1 for a verifier that says
 *     yes or no; {@code mean p(1-p) / variance of repeated scores} for one that grades
 */
public record StoppingSettings(
    double epsilon,
    int width,
    int start,
    boolean watchStatus,
    int simulations,
    double verdictWeight) {

  public static final StoppingSettings DEFAULT = new StoppingSettings(0.05, 8, 2, true, 500, 1);

  public StoppingSettings {
    require(epsilon >= 0 && epsilon < 1, "epsilon", epsilon, "0 to below 1");
    require(width >= 1, "width", width, "at least 1");
    require(start >= 1, "start", start, "at least 1");
    require(simulations >= 50, "simulations", simulations, "at least 50");
    require(verdictWeight > 0, "verdict_weight", verdictWeight, "above 0");
  }

  public StoppingSettings withEpsilon(double other) {
    return new StoppingSettings(other, width, start, watchStatus, simulations, verdictWeight);
  }

  private static void require(boolean fulfilled, String what, Number value, String expected) {
    if (!fulfilled) {
      throw new IllegalArgumentException(what + ": " + value + " (expected: " + expected + ")");
    }
  }
}
