// SPDX-License-Identifier: Apache-2.0

/**
 * Trains the decoder that the embedded model runs: tokens go in, weights come out. A run lives in a
 * folder of its own and goes on from there after whatever stopped it.
 */
@NullMarked
package dev.assay.inference.tensorflow.training;

import org.jspecify.annotations.NullMarked;
