// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Words;
import dev.assay.text.WorkBudget;

/**
 * An answer that has been read, with the work that it has cost and may still cost. A comparison is
 * charged to the answer that has cost more: so one that is made to be expensive uses up its own
 * budget, and those that it is compared with keep theirs.
 */
record MeteredAnswer(ParsedAnswer answer, WorkBudget work) {

  /** One that is too much work to read is taken as it stands. */
  static MeteredAnswer read(String text, Asked asked, long most) {
    WorkBudget work = new WorkBudget(most);
    return new MeteredAnswer(work.run(() -> asked.read(text), () -> new Words(text)), work);
  }

  static Judgement compare(MeteredAnswer one, MeteredAnswer other) {
    WorkBudget payer = one.work.spent() >= other.work.spent() ? one.work : other.work;
    return payer.run(() -> ComparedAnswers.of(one.answer, other.answer), () -> Judgement.UNKNOWN);
  }
}
