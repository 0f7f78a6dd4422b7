// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.risk;

import java.util.List;
import java.util.Locale;

/**
 * Says why no threshold keeps an error rate, and how many more labelled outcomes would show it.
 *
 * @param outcomes how many there are
 */
record Shortfall(int outcomes, double maxErrorRate, double delta) {

  private static final double PERCENT = 100;

  /**
   * @param tested the sets of outcomes that testing may begin with, the first of which failed
   */
  String reason(List<SelectedOutcomes> tested) {
    return tested.isEmpty() ? tooFew() : tooWrong(tested.getFirst());
  }

  /** How many outcomes without any error it takes: {@code (1 - rate)^n <= delta}. */
  static int leastOutcomes(double maxErrorRate, double delta) {
    return (int) Math.ceil(Math.log(delta) / Math.log1p(-maxErrorRate));
  }

  private String tooFew() {
    int least = leastOutcomes(maxErrorRate, delta);
    return String.format(
        Locale.ROOT,
        "an error rate of %s takes at least %d labelled outcomes without an error, and there are"
            + " %d: at least %d more are needed",
        percent(maxErrorRate),
        least,
        outcomes,
        least - outcomes);
  }

  private String tooWrong(SelectedOutcomes best) {
    return String.format(
        Locale.ROOT,
        "of the %d labelled outcomes with the best scores %d were wrong, so the error rate may be"
            + " %s (expected: at most %s); %s",
        best.count(),
        best.errors(),
        percent(Binomial.upperBound(best.errors(), best.count(), delta)),
        percent(maxErrorRate),
        remedy(best));
  }

  private String remedy(SelectedOutcomes best) {
    if (best.errorRate() >= maxErrorRate) {
      return "more outcomes like these would not help";
    }
    double needed = -Math.log(delta) / divergence(best.errorRate(), maxErrorRate);
    // As many more in all as it takes for so many of them to score that high.
    long more = (long) Math.ceil((needed / best.count() - 1) * outcomes);
    return String.format(Locale.ROOT, "about %d more outcomes like these are needed", more);
  }

  /**
   * What an outcome tells two error rates apart by: at most a share {@code rate} of n outcomes is
   * wrong with probability at most {@code exp(-n * divergence(rate, other))} (Hoeffding 1963,
   * theorem 1).
   */
  private static double divergence(double rate, double other) {
    return term(rate, other) + term(1 - rate, 1 - other);
  }

  private static double term(double share, double other) {
    return share == 0 ? 0 : share * Math.log(share / other);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", PERCENT * share);
  }
}
