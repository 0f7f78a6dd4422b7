// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.deepcritic;

import dev.assay.prompts.judging.IndexBase;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Steps as the checkpoints know them: {@code Step 1: …}, with a blank line between two. */
final class NumberedSteps {

  /** A step that has a number keeps the form, and gets ours. */
  private static final Pattern NUMBERED = Pattern.compile("\\AStep \\d{1,9}:\\h*");

  /** Within a step it would end the step. */
  private static final Pattern BLANK_LINES = Pattern.compile("\\R(?:\\h*\\R)+");

  private NumberedSteps() {}

  static String shown(List<String> steps) {
    return IntStream.range(0, steps.size())
        .mapToObj(step -> shown(step, steps.get(step)))
        .collect(Collectors.joining("\n\n"));
  }

  private static String shown(int step, String text) {
    String bare = NUMBERED.matcher(text.strip()).replaceFirst("");
    String joined = BLANK_LINES.matcher(bare).replaceAll("\n");
    return "Step %d: %s".formatted(IndexBase.ONE.theirs(step), AnswerLine.QUOTED.show(joined));
  }
}
