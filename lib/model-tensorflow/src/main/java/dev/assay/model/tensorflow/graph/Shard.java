// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

/**
 * What one tower computes in a step: rows of equal width, padded on the right.
 *
 * @param rows how many
 * @param width positions in each
 * @param tokens row by row
 * @param next the token to be predicted at each position
 * @param weights how much each prediction counts: 0 for prompts and padding, negative for what is
 *     to become less likely
 */
public record Shard(int rows, int width, int[] tokens, int[] next, float[] weights) {}
