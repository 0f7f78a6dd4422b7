// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.zeroeval;

import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.prompts.reading.FinalAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem and what each model made of it. */
record ZeroEvalProblem(String id, String gold, List<Sample> samples) {

  ZeroEvalProblem {
    samples = List.copyOf(samples);
  }

  /**
   * @param recorded the answer as the published evaluation read it, or null if it found none
   * @param flag whether the published evaluation counted it
   * @param found the answer as we read it, or null if there is none, not even a number
   * @param judgement ours, of what we read
   * @param ofRecorded ours, of what they read
   */
  record Sample(
      String model,
      @Nullable String recorded,
      boolean flag,
      @Nullable FinalAnswer found,
      Judgement judgement,
      Judgement ofRecorded) {

    static Sample of(
        String model,
        @Nullable String recorded,
        boolean flag,
        @Nullable FinalAnswer found,
        String gold,
        AnswerEquality equality) {
      return new Sample(
          model,
          recorded,
          flag,
          found,
          found == null ? Judgement.UNKNOWN : equality.compare(found.text(), gold),
          recorded == null ? Judgement.UNKNOWN : equality.compare(recorded, gold));
    }

    /** Whether the solution says what its answer is. */
    boolean isStated() {
      return found != null && found.method().isStated();
    }

    boolean isRight() {
      return isStated() && judgement == Judgement.EQUAL;
    }

    /** Whether it would be right with the last number for an answer where none is stated. */
    boolean isRightOrGuessed() {
      return judgement == Judgement.EQUAL;
    }

    String text() {
      return found == null ? "" : found.text();
    }

    /** Whether both readers read the same, but for spaces. */
    boolean isReadAlike() {
      return recorded == null ? !isStated() : isStated() && recorded.strip().equals(text());
    }
  }
}
