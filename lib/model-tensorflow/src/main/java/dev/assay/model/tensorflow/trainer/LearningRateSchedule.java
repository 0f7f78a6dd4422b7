// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

/**
 * The learning rate: a linear warm-up, then half a cosine (Loshchilov and Hutter, "SGDR", section
 * 3, without restarts) down to a floor.
 *
 * @param peak the highest learning rate
 * @param floor the last one
 * @param warmUp steps until the peak
 * @param steps of the whole run
 */
public record LearningRateSchedule(double peak, double floor, long warmUp, long steps) {

  public LearningRateSchedule {
    if (!(peak > 0 && floor >= 0 && floor <= peak)) {
      throw new IllegalArgumentException(
          "learning rate from %s to %s (expected: a peak above 0 and a floor from 0 to it)"
              .formatted(peak, floor));
    }
    if (warmUp < 0 || steps <= warmUp) {
      throw new IllegalArgumentException(
          "warm-up of %d in %d steps (expected: fewer than all)".formatted(warmUp, steps));
    }
  }

  /** The learning rate of a step, counted from 1. */
  public double at(long step) {
    if (step <= warmUp) {
      return peak * step / warmUp;
    }
    double done = Math.min(1, (double) (step - warmUp) / (steps - warmUp));
    return floor + (peak - floor) * (1 + Math.cos(Math.PI * done)) / 2;
  }
}
