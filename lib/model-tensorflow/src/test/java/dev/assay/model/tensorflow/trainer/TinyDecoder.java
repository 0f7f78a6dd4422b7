// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import dev.assay.model.tensorflow.graph.AdamW;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** A decoder that trains within a second, and something for it to learn. */
final class TinyDecoder {

  static final DecoderConfig CONFIG =
      new DecoderConfig(
          new DecoderConfig.Widths(16, 16, 32),
          2,
          new DecoderConfig.Attention(2, 1, 8),
          32,
          10_000,
          1e-6,
          false,
          Set.of(15));

  static final AdamW.Settings OPTIMISER = new AdamW.Settings(0.9, 0.98, 1e-8, 0.01, 1);

  private TinyDecoder() {}

  static Trainer.Plan plan(long steps) {
    return new Trainer.Plan(
        CONFIG, OPTIMISER, new LearningRateSchedule(0.01, 0.001, 2, steps), 4, 5);
  }

  /** Two tokens of a prompt, and then they are to be said again and again. */
  static List<TokenExample> echoes(long block) {
    SplittableRandom random = new SplittableRandom(block);
    List<TokenExample> examples = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      int length = random.nextInt(6, 13);
      int[] tokens = new int[length];
      for (int at = 0; at < length; at++) {
        tokens[at] = at < 2 ? random.nextInt(1, 15) : tokens[at - 2];
      }
      examples.add(new TokenExample(tokens, 2, 1));
    }
    return examples;
  }
}
