// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A solution as read from a reply.
 *
 * @param text the whole solution
 * @param steps its steps, in order
 * @param answer its final answer, or null if it states none
 */
public record Draft(String text, List<String> steps, @Nullable String answer) {

  public Draft {
    Objects.requireNonNull(text, "text");
    steps = List.copyOf(steps);
  }
}
