// SPDX-License-Identifier: Apache-2.0

/**
 * Training of a decoder on token sequences: from examples to weights. What the tokens mean, and
 * which examples are worth learning from, is said elsewhere.
 *
 * <p>Whatever happens at a step is a function of the seed and the step's number, so a run that is
 * continued from a saved state ends with the same weights as one that was never interrupted.
 */
@NullMarked
package dev.assay.model.tensorflow.trainer;

import org.jspecify.annotations.NullMarked;
