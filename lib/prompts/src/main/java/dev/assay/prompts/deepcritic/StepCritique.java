// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.deepcritic;

import dev.assay.prompts.judging.IndexBase;
import dev.assay.prompts.judging.StepMarker;
import dev.assay.prompts.judging.StepMention;
import dev.assay.prompts.reading.Paragraphs;
import java.util.List;
import java.util.regex.Pattern;

/** Of the critiques of all steps the one that the judgement rests on. */
final class StepCritique {

  private StepCritique() {}

  /**
   * A judgement with the critique of its step: from the last paragraph that speaks of the step to
   * the judgement, or else the last paragraph.
   */
  static StepMarker at(StepMention answer, String said) {
    List<String> before = Paragraphs.of(said.substring(0, answer.start()));
    if (answer.step() == StepMention.NONE || before.isEmpty()) {
      return StepMarker.of(answer, said);
    }
    Pattern step = Pattern.compile("(?i)\\bstep\\h+" + IndexBase.ONE.theirs(answer.step()) + "\\b");
    int from = before.size() - 1;
    for (int i = from; i >= 0; i--) {
      if (step.matcher(before.get(i)).find()) {
        from = i;
        break;
      }
    }
    String why = String.join("\n\n", before.subList(from, before.size()));
    return new StepMarker(answer.step(), why, null);
  }
}
