// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.answer;

import dev.assay.reasoning.answer.Answer.Words;
import dev.assay.reasoning.answer.AnswerEquality.Judgement;
import dev.assay.reasoning.work.WorkBudget;

/**
 * An answer that has been read, with the work that it has cost and may still cost. A comparison is
 * charged to the answer that has cost more: so one that is made to be expensive uses up its own
 * budget, and those that it is compared with keep theirs.
 */
record Costed(Answer answer, WorkBudget work) {

  /** One that is too much work to read is taken as it stands. */
  static Costed read(String text, long most) {
    WorkBudget work = new WorkBudget(most);
    return new Costed(work.run(() -> Reader.read(text), () -> new Words(text)), work);
  }

  static Judgement compare(Costed one, Costed other) {
    WorkBudget payer = one.work.spent() >= other.work.spent() ? one.work : other.work;
    return payer.run(() -> Comparison.of(one.answer, other.answer), () -> Judgement.UNKNOWN);
  }
}
