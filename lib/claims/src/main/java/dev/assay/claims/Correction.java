// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import java.util.Objects;

/**
 * What a step should say in one place. A place and a few words, and no copy of the step: a step may
 * be wrong in thousands of places, and one correction of them is shown.
 *
 * @param start where it begins in the step, and {@code end} the place after it
 * @param text what should stand there
 */
public record Correction(int start, int end, String text) {

  public Correction {
    Objects.requireNonNull(text, "text");
  }

  /** The step put right. */
  public String in(String step) {
    return step.substring(0, start) + text + step.substring(end);
  }
}
