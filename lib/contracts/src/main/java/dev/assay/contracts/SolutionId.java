// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Names the solution of an attempt at a revision.
 *
 * @param revision 0 for the draft, then one more for every refinement
 */
public record SolutionId(AttemptId attempt, int revision) {

  public SolutionId {
    Objects.requireNonNull(attempt, "attempt");
    IdSyntax.requireNatural(revision, "revision");
  }

  /** Reads {@code problem/k/r}. */
  @JsonCreator
  public static SolutionId parse(String text) {
    int slash = IdSyntax.lastSlash(text);
    return new SolutionId(AttemptId.parse(text.substring(0, slash)), IdSyntax.number(text, slash));
  }

  public ProblemId problem() {
    return attempt.problem();
  }

  /** The solution that a refinement of this one becomes. */
  public SolutionId next() {
    return new SolutionId(attempt, revision + 1);
  }

  @JsonValue
  @Override
  public String toString() {
    return attempt + "/" + revision;
  }
}
