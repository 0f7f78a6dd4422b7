// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Names verification m of a solution, and the verdict that it brings.
 *
 * @param number m, from 0
 */
public record VerificationId(SolutionId solution, int number) {

  public VerificationId {
    Objects.requireNonNull(solution, "solution");
    IdSyntax.requireNatural(number, "verification");
  }

  /** Reads {@code problem/k/r/m}. */
  @JsonCreator
  public static VerificationId parse(String text) {
    int slash = IdSyntax.lastSlash(text);
    return new VerificationId(
        SolutionId.parse(text.substring(0, slash)), IdSyntax.number(text, slash));
  }

  public ProblemId problem() {
    return solution.problem();
  }

  @JsonValue
  @Override
  public String toString() {
    return solution + "/" + number;
  }
}
