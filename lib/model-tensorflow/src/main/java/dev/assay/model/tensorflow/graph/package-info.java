// SPDX-License-Identifier: Apache-2.0

/**
 * The decoder as TensorFlow operations: weights and key-value cache live in the session, tokens go
 * in and out. Nothing native leaves a method, and only one thread may use a decoder at a time.
 *
 * <p>Shapes in comments: R new prompts of T tokens, B cache rows of L positions, H query heads, K
 * key-value heads, G = H / K, D head width, V vocabulary.
 */
@NullMarked
package dev.assay.model.tensorflow.graph;

import org.jspecify.annotations.NullMarked;
