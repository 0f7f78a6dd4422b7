// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.prompts.ShownSolution;
import java.util.List;

/** Steps in tags with their numbers from 0: how our own prompts show a solution. */
public final class TaggedSteps {

  private TaggedSteps() {}

  /** What is shown. What others write is quoted before it is cut: a cut tag is none. */
  public static ShownSolution of(List<String> steps) {
    return ShownSolution.of(steps.stream().map(QuotedText::of).toList());
  }

  /** The same as text, a line behind the last. */
  public static String shown(List<String> steps) {
    return of(steps).tagged();
  }
}
