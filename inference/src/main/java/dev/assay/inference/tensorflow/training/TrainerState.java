// SPDX-License-Identifier: Apache-2.0
package dev.assay.inference.tensorflow.training;

/**
 * All that a run needs to go on as if it had never stopped.
 *
 * @param step steps done
 * @param parameters every weight, in the trainer's own order
 * @param firstMoments the optimiser's running mean of each weight's gradient
 * @param secondMoments and of its square
 */
public record TrainerState(
    long step, float[] parameters, float[] firstMoments, float[] secondMoments) {

  public TrainerState {
    if (firstMoments.length != parameters.length || secondMoments.length != parameters.length) {
      throw new IllegalArgumentException(
          "moments: %d and %d (expected: one of each for each of the %d parameters)"
              .formatted(firstMoments.length, secondMoments.length, parameters.length));
    }
  }
}
