// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A solution as its reader would have written it, with the places of its steps, so that what is
 * known of characters is known of steps.
 *
 * @param prompt what the text answers
 * @param text the whole solution, the end token's spelling included
 * @param ends for each step where it ends in the text, rising, the last at the text's end
 */
public record CanonicalText(String prompt, String text, List<Integer> ends) {

  public CanonicalText {
    Objects.requireNonNull(prompt, "prompt");
    ends = List.copyOf(ends);
    if (ends.isEmpty() || ends.getLast() != text.length()) {
      throw new IllegalArgumentException(
          "ends: %s (expected: the last at %d, where the text ends)"
              .formatted(ends, text.length()));
    }
  }

  /** The step, from 0, that a character of the text belongs to. */
  public int step(int character) {
    if (character >= text.length()) {
      throw new IllegalArgumentException(
          "character: " + character + " (expected: below " + text.length() + ")");
    }
    int step = Collections.binarySearch(ends, character + 1);
    return step < 0 ? -step - 1 : step;
  }
}
