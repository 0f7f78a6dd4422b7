// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.Matrix;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/**
 * Weights as resource variables, reached by name from the main graph and from the loop's body
 * alike: reading one copies nothing, and the graph stays small however large the model is.
 */
final class GraphWeights {

  private GraphWeights() {}

  /** The variable's value in this graph. */
  static Operand<TFloat32> read(Ops tf, String name, long... shape) {
    return tf.withName("read_" + name.replace('/', '_'))
        .readVariableOp(handle(tf, name, shape), TFloat32.class);
  }

  private static VarHandleOp handle(Ops tf, String name, long... shape) {
    return tf.withName(name.replace('/', '_'))
        .varHandleOp(TFloat32.class, Shape.of(shape), VarHandleOp.sharedName(name));
  }

  /** Gives the variable its value. */
  static void assign(Graph graph, Session session, String name, Matrix matrix) {
    long[] dimensions = matrix.shape().stream().mapToLong(Long::longValue).toArray();
    Ops tf = Ops.create(graph).withSubScope("load_" + name.replace('/', '_'));
    Placeholder<TFloat32> value = tf.placeholder(TFloat32.class);
    var assign = tf.assignVariableOp(handle(tf, name, dimensions), value);
    try (TFloat32 tensor =
            TFloat32.tensorOf(Shape.of(dimensions), DataBuffers.of(matrix.values(), true, false));
        var _ = session.runner().feed(value, tensor).addTarget(assign).run()) {
      // Running it was the purpose.
    }
  }
}
