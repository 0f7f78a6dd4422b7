// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.deepcritic;

import dev.assay.prompts.ShownSolution;
import dev.assay.prompts.judging.IndexBase;
import java.util.List;
import java.util.regex.Pattern;

/** Steps as the checkpoints know them: {@code Step 1: …}, with a blank line between two. */
final class NumberedSteps {

  /** A step that has a number keeps the form, and gets ours. */
  private static final Pattern NUMBERED = Pattern.compile("\\AStep \\d{1,9}:\\h*");

  /** Within a step it would end the step. */
  private static final Pattern BLANK_LINES = Pattern.compile("\\R(?:\\h*\\R)+");

  private NumberedSteps() {}

  /** What is shown of a solution. */
  static ShownSolution of(List<String> steps) {
    return ShownSolution.of(steps.stream().map(NumberedSteps::bare).toList());
  }

  private static String bare(String step) {
    String bare = NUMBERED.matcher(step.strip()).replaceFirst("");
    return AnswerLine.QUOTED.show(BLANK_LINES.matcher(bare).replaceAll("\n"));
  }

  /** It as text. */
  static String text(ShownSolution shown) {
    return shown
        .text(
            (number, step) -> "Step %d: %s\n\n".formatted(IndexBase.ONE.theirs(number), step),
            IndexBase.ONE.theirs(0),
            "\n\n")
        .stripTrailing();
  }
}
