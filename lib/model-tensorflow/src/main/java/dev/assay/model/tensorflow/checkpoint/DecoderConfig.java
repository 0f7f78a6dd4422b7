// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.util.Set;

/**
 * The numbers that fix a Qwen2 decoder's shape.
 *
 * @param layers decoder layers
 * @param context positions the model was trained for: prompt and completion together
 * @param ropeTheta base of the rotary embedding
 * @param rmsEpsilon keeps the norms away from a division by zero
 * @param tied whether the embedding table is the output matrix, too
 * @param endTokens tokens that end a completion
 */
public record DecoderConfig(
    Widths widths,
    int layers,
    Attention attention,
    int context,
    double ropeTheta,
    double rmsEpsilon,
    boolean tied,
    Set<Integer> endTokens) {

  /**
   * How wide the matrices are.
   *
   * @param vocabulary rows of the embedding table
   * @param hidden width of the residual stream
   * @param intermediate width of the feed-forward layer
   */
  public record Widths(int vocabulary, int hidden, int intermediate) {}

  /**
   * How a layer attends.
   *
   * @param heads query heads
   * @param kvHeads key and value heads; each serves {@code heads / kvHeads} query heads
   * @param headDim width of a head
   */
  public record Attention(int heads, int kvHeads, int headDim) {}

  public DecoderConfig {
    endTokens = Set.copyOf(endTokens);
  }

  public int vocabulary() {
    return widths.vocabulary();
  }

  public int hidden() {
    return widths.hidden();
  }

  public int intermediate() {
    return widths.intermediate();
  }

  public int heads() {
    return attention.heads();
  }

  public int kvHeads() {
    return attention.kvHeads();
  }

  public int headDim() {
    return attention.headDim();
  }

  /** Width of the joint query, key and value projection. */
  public int qkvWidth() {
    return (heads() + 2 * kvHeads()) * headDim();
  }

  /** How many weights the decoder has, roughly what decides how many threads it is worth. */
  public long parameters() {
    long outputs = (long) heads() * headDim() * hidden();
    long attended = (long) hidden() * qkvWidth() + qkvWidth() + outputs;
    long layer = attended + 3L * hidden() * intermediate() + 2L * hidden();
    return (tied ? 1L : 2L) * vocabulary() * hidden() + layers * layer + hidden();
  }
}
