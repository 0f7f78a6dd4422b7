// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A formula's values at points, worked out once, because grouping compares all with all. */
final class SampledValues {

  private final Expression root;
  private final boolean complex;
  private final Map<SamplePoint, Optional<Complex>> values = new ConcurrentHashMap<>();

  SampledValues(Expression root, boolean complex) {
    this.root = root;
    this.complex = complex;
  }

  /** The value; empty where there is none, or none within the bounds. */
  Optional<Complex> at(SamplePoint point) {
    return values.computeIfAbsent(point, this::evaluated);
  }

  private Optional<Complex> evaluated(SamplePoint point) {
    try {
      return Optional.of(new FormulaEvaluation(point, complex).value(root));
    } catch (UndefinedValue _) {
      return Optional.empty();
    }
  }
}
