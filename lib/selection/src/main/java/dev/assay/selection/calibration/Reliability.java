// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether stated confidences keep their word.
 *
 * @param brier mean of {@code (confidence - truth)^2} (Brier 1950): 0 is perfect, an even guess has
 *     0.25
 * @param logLoss mean of {@code -ln} of the probability given to what happened; infinite if
 *     something happened that was said to be impossible
 * @param calibrationError the expected calibration error {@code sum_b n_b / n |share right in b -
 *     mean confidence in b|} (Naeini et al. 2015; Guo et al. 2017). It is above 0 by chance alone,
 *     the more so the fewer forecasts a bin holds
 * @param bins those that hold a forecast, from the lowest confidence up
 */
public record Reliability(double brier, double logLoss, double calibrationError, List<Bin> bins) {

  private static final int BINS = 10;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /** The forecasts of a tenth of the scale, its upper end included in the last only. */
  public record Bin(int count, double meanConfidence, double shareRight) {
    double gap() {
      return Math.abs(shareRight - meanConfidence);
    }
  }

  /**
   * @throws IllegalArgumentException if there is no forecast
   */
  public static Reliability of(List<StatedConfidence> forecasts) {
    if (forecasts.isEmpty()) {
      throw new IllegalArgumentException("forecasts: none (expected: at least 1)");
    }
    List<Bin> bins = bins(forecasts);
    double error = 0;
    for (Bin bin : bins) {
      error += bin.gap() * bin.count() / forecasts.size();
    }
    return new Reliability(brier(forecasts), logLoss(forecasts), error, bins);
  }

  private static double brier(List<StatedConfidence> forecasts) {
    return forecasts.stream()
        .mapToDouble(each -> Math.pow(each.confidence() - each.truth(), 2))
        .average()
        .orElseThrow();
  }

  private static double logLoss(List<StatedConfidence> forecasts) {
    return forecasts.stream().mapToDouble(each -> -Math.log(each.given())).average().orElseThrow();
  }

  private static List<Bin> bins(List<StatedConfidence> forecasts) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      int number = i;
      List<StatedConfidence> members =
          forecasts.stream().filter(each -> bin(each) == number).toList();
      if (!members.isEmpty()) {
        bins.add(
            new Bin(
                members.size(),
                members.stream().mapToDouble(StatedConfidence::confidence).average().orElseThrow(),
                members.stream().mapToDouble(StatedConfidence::truth).average().orElseThrow()));
      }
    }
    return bins;
  }

  private static int bin(StatedConfidence forecast) {
    return Math.min(BINS - 1, (int) (forecast.confidence() * BINS));
  }
}
