// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;

/**
 * Topic {@code comparisons}: pairs of answers whose equality cannot be computed, one model call
 * each. Empty where no arbiter is configured.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ComparisonEvent extends Event {

  /**
   * Two final answers are to be compared.
   *
   * @param one the answer of the earlier attempt, as its solution states it
   * @param other the answer of the later one
   */
  @JsonTypeName("comparison.requested.v1")
  record Requested(Problem problem, ComparisonId comparison, String one, String other)
      implements ComparisonEvent, Task {
    public Requested {
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(comparison, "comparison");
      Objects.requireNonNull(one, "one");
      Objects.requireNonNull(other, "other");
    }

    @Override
    public Requested referring() {
      return new Requested(problem.referred(), comparison, one, other);
    }

    /** The same about the problem as it is. */
    public Requested with(Problem whole) {
      return new Requested(problem.with(whole), comparison, one, other);
    }

    @Override
    public String subject() {
      return comparison.toString();
    }
  }
}
