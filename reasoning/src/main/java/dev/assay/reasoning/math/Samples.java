// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.math;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A formula's values at points, worked out once, because grouping compares all with all. */
final class Samples {

  private final Expression root;
  private final boolean complex;
  private final Map<Point, Optional<Complex>> values = new ConcurrentHashMap<>();

  Samples(Expression root, boolean complex) {
    this.root = root;
    this.complex = complex;
  }

  /** The value; empty where there is none, or none within the bounds. */
  Optional<Complex> at(Point point) {
    return values.computeIfAbsent(point, this::evaluated);
  }

  private Optional<Complex> evaluated(Point point) {
    try {
      return Optional.of(new Evaluation(point, complex).value(root));
    } catch (Undefined _) {
      return Optional.empty();
    }
  }
}
