// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.risk;

import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.risk.RiskThreshold.Attained;
import dev.assay.selection.risk.RiskThreshold.Unattainable;
import java.util.List;

/**
 * Finds how good the evidence must be for a caller's error rate, by Learn then Test (Angelopoulos
 * et al., arXiv 2110.01052) with fixed-sequence testing. The thresholds are tested from the
 * strictest down, each against "more than this share of the answers from here up is wrong", and
 * testing ends at the first that cannot be refuted. The p-value is the exact binomial tail, so no
 * distribution is assumed: only that the labelled outcomes and the answers to come are drawn alike,
 * and that a stricter threshold is not a worse one.
 */
public final class RiskControl {

  /** The probability that the promise is broken, where nothing else is said. */
  public static final double DELTA = 0.05;

  /** Testing begins with this share of the outcomes, lest one unlucky error at the top end it. */
  private static final double FIRST = 0.125;

  private RiskControl() {}

  /**
   * The lowest threshold at which, with probability {@code 1 - delta} over the draw of the labelled
   * outcomes, at most a share {@code maxErrorRate} of the answers from it up is wrong in the long
   * run.
   *
   * <p>Testing begins with the best eighth of the outcomes, or with as many as can pass if none is
   * wrong. Stricter thresholds are passed over without being tested, which is no choice among
   * results: where it begins depends on the scores alone, and not on what was right.
   *
   * @param maxErrorRate above 0, below 1
   * @param delta above 0, below 1
   */
  public static RiskThreshold threshold(
      List<LabelledOutcome> outcomes, double maxErrorRate, double delta) {
    requireInside(maxErrorRate, "max_error_rate");
    requireInside(delta, "delta");
    double least = Math.max(Shortfall.leastOutcomes(maxErrorRate, delta), FIRST * outcomes.size());
    List<SelectedOutcomes> sets =
        SelectedOutcomes.byScore(outcomes).stream().filter(each -> each.count() >= least).toList();
    SelectedOutcomes passed = null;
    for (SelectedOutcomes set : sets) {
      if (Binomial.atMost(set.errors(), set.count(), maxErrorRate) > delta) {
        break;
      }
      passed = set;
    }
    return passed == null
        ? new Unattainable(new Shortfall(outcomes.size(), maxErrorRate, delta).reason(sets))
        : attained(passed, delta);
  }

  private static Attained attained(SelectedOutcomes set, double delta) {
    double bound = Binomial.upperBound(set.errors(), set.count(), delta);
    return new Attained(set.score(), set.count(), set.errors(), bound);
  }

  private static void requireInside(double value, String what) {
    // Negated so that NaN is refused too.
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(what + ": " + value + " (expected: above 0, below 1)");
    }
  }
}
