// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.prompts.ShownSolution;
import java.util.List;

/** Steps in tags with their numbers from 0: how our own prompts show a solution. */
public final class TaggedSteps {

  private TaggedSteps() {}

  /** What is shown. */
  public static ShownSolution of(List<String> steps) {
    return QuotedText.with().show(steps);
  }

  /** The same as text, a line behind the last. */
  public static String shown(List<String> steps) {
    return of(steps).tagged();
  }
}
