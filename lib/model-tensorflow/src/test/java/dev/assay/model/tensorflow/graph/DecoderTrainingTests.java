// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecoderTrainingTests {

  private static final DecoderConfig CONFIG =
      new DecoderConfig(
          new DecoderConfig.Widths(11, 8, 12),
          2,
          new DecoderConfig.Attention(2, 1, 4),
          16,
          10_000,
          1e-6,
          false,
          Set.of(10));

  private static final double BETA = 0.5;
  private static final AdamW.Settings UNCLIPPED = new AdamW.Settings(BETA, BETA, 1e-8, 0, 1e9);

  private static final List<Shard> SHARDS =
      List.of(
          new Shard(
              2,
              3,
              new int[] {1, 2, 3, 4, 5, 0},
              new int[] {2, 3, 9, 5, 6, 0},
              new float[] {0, 1, 0.5f, 1, -0.5f, 0}),
          new Shard(1, 2, new int[] {7, 8}, new int[] {8, 2}, new float[] {1, 1}));

  private static float[] weights() {
    return new ParameterLayout(CONFIG).initial(1);
  }

  private static double loss(DecoderTraining training, float[] weights) {
    float[] none = new float[weights.length];
    training.restore(List.of(weights, none, none));
    return training.step(SHARDS, 0, 1).loss();
  }

  /** The optimiser's first moments after one step are (1 - beta) times the gradient. */
  @Test
  void gradientsAreThoseOfTheLoss() {
    try (DecoderTraining training = DecoderTraining.create(CONFIG, UNCLIPPED)) {
      loss(training, weights());
      float[] moments = training.state().get(1);
      SplittableRandom random = new SplittableRandom(4);
      for (int sample = 0; sample < 60; sample++) {
        int at = random.nextInt(moments.length);
        float[] up = weights();
        float[] down = weights();
        up[at] += 0.002f;
        down[at] -= 0.002f;
        double slope = (loss(training, up) - loss(training, down)) / 0.004;
        assertThat(moments[at] / (1 - BETA))
            .as("weight %d", at)
            .isCloseTo(slope, within(2e-3 + 0.02 * Math.abs(slope)));
      }
    }
  }

  @Test
  void aGradientIsClippedToItsNorm() {
    AdamW.Settings clipped = new AdamW.Settings(BETA, BETA, 1e-8, 0, 0.25);
    try (DecoderTraining training = DecoderTraining.create(CONFIG, clipped)) {
      float[] none = new float[weights().length];
      training.restore(List.of(weights(), none, none));
      assertThat(training.step(SHARDS, 0, 1).gradientNorm()).isGreaterThan(0.25);
      double squares = 0;
      for (float moment : training.state().get(1)) {
        squares += Math.pow(moment / (1 - BETA), 2);
      }
      assertThat(Math.sqrt(squares)).isCloseTo(0.25, within(1e-4));
    }
  }

  @Test
  void theFirstStepOfAdamIsTheLearningRateInTheGradientsDirection() {
    try (DecoderTraining training = DecoderTraining.create(CONFIG, UNCLIPPED)) {
      float[] none = new float[weights().length];
      training.restore(List.of(weights(), none, none));
      training.step(SHARDS, 0.125, 1);
      List<float[]> after = training.state();
      for (int i = 0; i < none.length; i++) {
        if (Math.abs(after.get(1)[i]) > 1e-4) {
          float step = after.get(0)[i] - weights()[i];
          assertThat(step).isCloseTo(-0.125f * Math.signum(after.get(1)[i]), within(1e-3f));
        }
      }
    }
  }
}
