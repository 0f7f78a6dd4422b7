// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Where a graph takes its weights from, by the names of {@link
 * dev.assay.model.tensorflow.checkpoint.Weights}: serving reads a variable for each, training cuts
 * them out of one vector.
 */
@FunctionalInterface
interface WeightSource {
  Operand<TFloat32> read(String name, long... shape);
}
