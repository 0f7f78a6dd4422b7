// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.selection.calibration.CalibrationSet;
import dev.assay.selection.risk.AbstentionFloor;
import dev.assay.selection.risk.RiskControl;
import dev.assay.selection.risk.RiskThreshold;
import dev.assay.selection.risk.RiskThreshold.Attained;
import dev.assay.selection.risk.RiskThreshold.Unattainable;
import java.util.Locale;

/** Whether labelled outcomes keep an error rate, and at what price. */
final class ErrorRateText {

  private static final double PERCENT = 100;

  private ErrorRateText() {}

  /** Refuses a rate that is none. */
  static void require(double rate) {
    if (!(rate > 0 && rate < 1)) {
      throw new UsageException("--max-error-rate: %s (expected: above 0, below 1)".formatted(rate));
    }
  }

  static boolean kept(CalibrationSet learnt, double rate) {
    return threshold(learnt, rate) instanceof Attained;
  }

  /** From which score it is kept, or why not, and how many answers it must cost. */
  static String of(CalibrationSet learnt, double rate) {
    long wrong = learnt.outcomes().stream().filter(each -> !each.right()).count();
    int count = learnt.outcomes().size();
    String floor =
        String.format(
            Locale.ROOT,
            "at least %.1f %% are abstained from by any rule that assumes no distribution",
            PERCENT * AbstentionFloor.of((double) wrong / count, rate));
    return switch (threshold(learnt, rate)) {
      case Attained(double score, int selected, int errors, double _) ->
          String.format(
              Locale.ROOT,
              "max_error_rate %s: kept from score %.3f, by %d of %d outcomes, %d of them wrong;"
                  + " %.1f %% are abstained from, and %s",
              rate,
              score,
              selected,
              count,
              errors,
              PERCENT * (count - selected) / count,
              floor);
      case Unattainable(String reason) ->
          "max_error_rate %s: not kept; %s; %s".formatted(rate, reason, floor);
    };
  }

  private static RiskThreshold threshold(CalibrationSet learnt, double rate) {
    return RiskControl.threshold(learnt.outcomes(), rate, RiskControl.DELTA);
  }
}
