// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of an attempt at a revision, read into steps and a final answer.
 *
 * @param text all that the model wrote, in the notation that people use
 * @param steps its paragraphs or lines, in order
 * @param answer the final answer as written, or null if the text states none
 * @param tokens how long it is, in tokens
 */
public record Solution(
    SolutionId id, String text, List<String> steps, @Nullable String answer, int tokens) {

  public Solution {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    steps = List.copyOf(steps);
    if (tokens < 0) {
      throw new IllegalArgumentException("tokens: " + tokens + " (expected: >= 0)");
    }
  }
}
