// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.deepcritic;

import dev.assay.prompts.judging.BoxedStep;
import dev.assay.prompts.judging.IndexBase;
import dev.assay.prompts.judging.MarkerSyntax;
import dev.assay.prompts.judging.QuotedText;
import dev.assay.prompts.judging.StepMention;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The line that ends a critique. The label is taken letter for letter, as whoever trained on it
 * always writes it so; without it a box is a calculation.
 */
record AnswerLine() implements MarkerSyntax {

  static final String LABEL = "**Answer**:";

  /** Text of others, in which neither this label nor that of another step opens a line. */
  static final QuotedText QUOTED =
      QuotedText.with(
          Pattern.compile("\\*\\*Answer\\*\\*(:)", Pattern.CASE_INSENSITIVE),
          Pattern.compile("^\\h{0,9}Step \\d{1,9}(:)", Pattern.MULTILINE));

  private static final BoxedStep BOX = new BoxedStep(IndexBase.ONE);

  /** The last box behind each label, up to the next one. */
  @Override
  public List<StepMention> in(String text) {
    WorkBudget.spend(text.length());
    List<StepMention> mentions = new ArrayList<>();
    int label = text.indexOf(LABEL);
    while (label >= 0) {
      int next = text.indexOf(LABEL, label + LABEL.length());
      List<StepMention> boxes = BOX.in(text.substring(label, next < 0 ? text.length() : next));
      if (!boxes.isEmpty()) {
        StepMention last = boxes.getLast();
        mentions.add(new StepMention(label, label + last.end(), last.step()));
      }
      label = next;
    }
    return mentions;
  }
}
