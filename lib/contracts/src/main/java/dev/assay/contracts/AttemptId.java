// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Names attempt k of a problem. Derived, not drawn, so that a redelivered plan names the same
 * attempts again.
 *
 * @param number k, from 0
 */
public record AttemptId(ProblemId problem, int number) {

  public AttemptId {
    Objects.requireNonNull(problem, "problem");
    IdSyntax.requireNatural(number, "attempt");
  }

  /** Reads {@code problem/k}. */
  @JsonCreator
  public static AttemptId parse(String text) {
    int slash = IdSyntax.lastSlash(text);
    return new AttemptId(ProblemId.parse(text.substring(0, slash)), IdSyntax.number(text, slash));
  }

  @JsonValue
  @Override
  public String toString() {
    return problem + "/" + number;
  }
}
