// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gather;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Says how likely given tokens are. It stands on {@link PromptGraph}, which reads several texts at
 * once, and never touches the cache. Logits are computed only where a token is asked about: those
 * of all positions are the largest tensor of all.
 */
final class ScoreGraph {

  /** Sizes are multiples of this, so that the shapes that kernels are built for stay few. */
  private static final int BUCKET = 16;

  private final PromptGraph prompt;
  private final Placeholder<TInt32> positions; // (P), row * T + position of the token before
  private final Placeholder<TInt32> next; // (P)

  /** (P), of each token in {@code next} behind its position. */
  final Operand<TFloat32> logProbabilities;

  ScoreGraph(Ops tf, DecoderConfig config, int ropeRows, PromptGraph prompt) {
    this.prompt = prompt;
    this.positions = tf.placeholder(TInt32.class);
    this.next = tf.placeholder(TInt32.class);
    Operand<TFloat32> logits =
        new DecoderMath(tf, config, ropeRows)
            .logits(tf.gather(prompt.states, positions, tf.constant(0))); // (P, V)
    this.logProbabilities =
        tf.gather(tf.nn.logSoftmax(logits), next, tf.constant(1), Gather.batchDims(1L));
  }

  /**
   * @param texts each longer than what is given of it
   * @param given for each text how many of its tokens come before the first in question, at least 1
   */
  void feed(Feeds feeds, int[][] texts, int[] given) {
    int width = bucket(Arrays.stream(texts).mapToInt(text -> text.length).max().orElse(0));
    feeds.integers(prompt.tokens, Feeds.padded(texts, width), texts.length, width);
    int asked = 0;
    for (int row = 0; row < texts.length; row++) {
      asked += texts[row].length - given[row];
    }
    int size = bucket(asked);
    int[] before = new int[size];
    int[] tokens = new int[size];
    int i = 0;
    for (int row = 0; row < texts.length; row++) {
      for (int at = given[row]; at < texts[row].length; at++) {
        before[i] = row * width + at - 1;
        tokens[i++] = texts[row][at];
      }
    }
    feeds.integers(positions, before, size);
    feeds.integers(next, tokens, size);
  }

  private static int bucket(int wanted) {
    return (wanted + BUCKET - 1) / BUCKET * BUCKET;
  }

  /** What was fetched, text by text. */
  static float[][] byText(float[] fetched, int[][] texts, int[] given) {
    float[][] scores = new float[texts.length][];
    int from = 0;
    for (int row = 0; row < texts.length; row++) {
      int to = from + texts[row].length - given[row];
      scores[row] = Arrays.copyOfRange(fetched, from, to);
      from = to;
    }
    return scores;
  }
}
