// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import java.util.List;

/**
 * Everything that a run needs in order to go on.
 *
 * @param step steps done
 * @param parameters the weights, as one vector
 * @param firstMoments the optimiser's running mean of gradients
 * @param secondMoments the optimiser's running mean of their squares
 */
public record TrainerState(
    long step, float[] parameters, float[] firstMoments, float[] secondMoments) {

  /** The state before the first step. */
  public static TrainerState initial(float[] parameters) {
    return new TrainerState(
        0, parameters, new float[parameters.length], new float[parameters.length]);
  }

  List<float[]> vectors() {
    return List.of(parameters, firstMoments, secondMoments);
  }
}
