// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.MathEquality;
import dev.assay.text.WorkBudget;

/** Compares two answers of one text, within a budget that many comparisons leave room for. */
final class Judgements {

  private static final MathEquality EQUALITY = new MathEquality();

  /** Steps for a comparison, more than two ordinary answers take. */
  private static final long COMPARISON = 4_000;

  private Judgements() {}

  static Judgement of(String one, String other) {
    return new WorkBudget(COMPARISON)
        .run(() -> EQUALITY.compare(one, other), () -> Judgement.UNKNOWN);
  }
}
