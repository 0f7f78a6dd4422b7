// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.deliberate;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Solution;
import dev.assay.prompts.ForcedEnding;
import dev.assay.prompts.PromptTexts;
import dev.assay.prompts.judging.IndexBase;
import dev.assay.prompts.judging.Judged;
import dev.assay.prompts.judging.QuotedText;
import dev.assay.prompts.judging.StepMarker;
import dev.assay.prompts.judging.StepReader;
import dev.assay.prompts.judging.TaggedSteps;
import java.util.Map;

/**
 * The questions of one deliberation. All open with the problem and the solution, so that a server's
 * prefix cache reads them only once.
 */
record Deliberation(PromptTexts prompts, String question, Solution solution) {

  private static final String EXPECTED =
      "a line \\box{STEPk} with the number of the first wrong step, or -1";

  /** Of a critique that is shown: two of them are to leave room for the solution. */
  private static final int LONGEST = 4 * Bounds.REASON;

  String first() {
    return prompts.fill("first", Map.of("problem", problem(), "steps", steps()));
  }

  String second(String first) {
    return prompts.fill(
        "second", Map.of("problem", problem(), "steps", steps(), "first", shown(first)));
  }

  String judge(String first, String second) {
    return prompts.fill(
        "judge",
        Map.of(
            "problem", problem(),
            "steps", steps(),
            "first", shown(first),
            "second", shown(second)));
  }

  StepReader reader() {
    Judged judged = Judged.of(question, solution);
    return new StepReader(reply -> StepMarker.read(reply, judged), EXPECTED);
  }

  ForcedEnding ending() {
    return IndexBase.ZERO.ending("\\box{STEP", solution.steps().size());
  }

  private String problem() {
    return QuotedText.of(question);
  }

  private String steps() {
    return TaggedSteps.shown(solution.steps());
  }

  private static String shown(String critique) {
    return QuotedText.of(Bounds.shortened(critique, LONGEST));
  }
}
