// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/** The decode loop's variables, in the order in which TensorFlow passes them round. */
record LoopState(List<Operand<?>> variables) {

  /** Steps done so far, scalar. */
  static final int STEP = 0;

  /** Each row's newest token, not yet read, (B). */
  static final int TOKENS = 1;

  /** Where it belongs, (B). */
  static final int POSITIONS = 2;

  /** How many steps each row wants, (B); 0 once it has ended. */
  static final int LIMITS = 3;

  /** What was drawn, (steps, B). */
  static final int DRAWN = 4;

  /** (steps, B). */
  static final int LOG_PROBABILITIES = 5;

  /** Never changes: 1 / temperature and top-p, (B, 2). */
  static final int SETTINGS = 6;

  /** Never changes: a number in [0, 1) for each draw, (B, most steps). */
  static final int UNIFORMS = 7;

  /** Never changes: 0 to L - 1. */
  static final int COLUMNS = 8;

  /** Never changes: (row, kv head, 0), (B, K, 3). */
  static final int ROWS = 9;

  static final int COUNT = 10;

  static Class<? extends TType> type(int variable) {
    return switch (variable) {
      case LOG_PROBABILITIES, SETTINGS, UNIFORMS -> TFloat32.class;
      default -> TInt32.class;
    };
  }

  LoopState {
    variables = List.copyOf(variables);
  }

  @SuppressWarnings("unchecked") // type(int) says which is which
  Operand<TInt32> integers(int variable) {
    return (Operand<TInt32>) variables.get(variable);
  }

  @SuppressWarnings("unchecked")
  Operand<TFloat32> floats(int variable) {
    return (Operand<TFloat32>) variables.get(variable);
  }

  LoopState with(int variable, Operand<?> value) {
    List<Operand<?>> changed = new ArrayList<>(variables);
    changed.set(variable, value);
    return new LoopState(changed);
  }
}
