// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Names the comparison of two attempts' final answers. Derived, not drawn, so that a pair has one
 * name whoever asks for it, and is decided once.
 *
 * @param one the number of the earlier attempt
 * @param other the number of the later one
 */
public record ComparisonId(ProblemId problem, int one, int other) {

  public ComparisonId {
    Objects.requireNonNull(problem, "problem");
    IdSyntax.requireNatural(one, "one");
    if (other <= one) {
      throw new IllegalArgumentException("other: " + other + " (expected: above " + one + ")");
    }
  }

  /** Reads {@code problem/one/other}. */
  @JsonCreator
  public static ComparisonId parse(String text) {
    int slash = IdSyntax.lastSlash(text);
    AttemptId one = AttemptId.parse(text.substring(0, slash));
    return new ComparisonId(one.problem(), one.number(), IdSyntax.number(text, slash));
  }

  @JsonValue
  @Override
  public String toString() {
    return problem + "/" + one + "/" + other;
  }
}
