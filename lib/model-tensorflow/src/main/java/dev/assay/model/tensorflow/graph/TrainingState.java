// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/** The variables that a step of training changes, each one vector. */
final class TrainingState {

  /** One of the vectors. */
  enum Kind {
    PARAMETERS,
    FIRST_MOMENTS,
    SECOND_MOMENTS
  }

  private final Map<Kind, Variable> variables = new EnumMap<>(Kind.class);

  private record Variable(
      VarHandleOp handle, Operand<TFloat32> value, Placeholder<TFloat32> input, Op assignment) {}

  TrainingState(Ops tf, int size) {
    for (Kind kind : Kind.values()) {
      variables.put(kind, variable(tf, kind.name(), size));
    }
  }

  private static Variable variable(Ops tf, String name, int size) {
    VarHandleOp handle =
        tf.varHandleOp(TFloat32.class, Shape.of(size), VarHandleOp.sharedName(name));
    Placeholder<TFloat32> input = tf.placeholder(TFloat32.class);
    return new Variable(
        handle,
        tf.readVariableOp(handle, TFloat32.class),
        input,
        tf.assignVariableOp(handle, input));
  }

  private Variable variable(Kind kind) {
    return Objects.requireNonNull(variables.get(kind));
  }

  VarHandleOp handle(Kind kind) {
    return variable(kind).handle();
  }

  /** The vector as it is before the step. */
  Operand<TFloat32> value(Kind kind) {
    return variable(kind).value();
  }

  /** The weights cut out of their vector, in the layout's order. */
  List<Output<TFloat32>> weights(Ops tf, ParameterLayout layout) {
    List<Output<TFloat32>> weights = new ArrayList<>();
    for (ParameterLayout.Slot slot : layout.slots()) {
      Operand<TFloat32> part =
          tf.slice(
              value(Kind.PARAMETERS),
              tf.constant(new int[] {slot.offset()}),
              tf.constant(new int[] {slot.size()}));
      weights.add(tf.reshape(part, tf.constant(slot.shape())).asOutput());
    }
    return weights;
  }

  /** Sets the vectors, in the order of {@link Kind}. */
  void assign(Session session, List<float[]> vectors) {
    Iterator<float[]> next = vectors.iterator();
    try (Feeds feeds = new Feeds(session.runner())) {
      for (Kind kind : Kind.values()) {
        Variable variable = variable(kind);
        float[] vector = next.next();
        feeds.floats(variable.input(), vector, vector.length);
        feeds.runner().addTarget(variable.assignment());
      }
      try (Result _ = feeds.runner().run()) {
        return; // running it was the purpose
      }
    }
  }

  /** Copies of the vectors, in the order of {@link Kind}. */
  List<float[]> read(Session session) {
    Session.Runner runner = session.runner();
    variables.values().forEach(variable -> runner.fetch(variable.value()));
    List<float[]> vectors = new ArrayList<>();
    try (Result result = runner.run()) {
      result.forEach(entry -> vectors.add(TensorFlowDecoder.floats(entry.getValue())));
    }
    return vectors;
  }
}
