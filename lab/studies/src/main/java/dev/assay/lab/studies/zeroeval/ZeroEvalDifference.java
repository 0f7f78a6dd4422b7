// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.zeroeval;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.lab.studies.zeroeval.ZeroEvalProblem.Sample;
import java.util.Optional;

/** Why a sample counts for one evaluation and not for the other. */
enum ZeroEvalDifference {
  FIRST_NUMBER(
      "flag right, ours wrong: the recorded answer only begins with the right number, such as"
          + " 6√2 for 6, or has a unit behind it that our equality takes for more, such as 48g"),
  UNDECIDED(
      "flag right, ours unknown: our equality cannot decide, as with 10% for 10, or with a"
          + " sentence around the number"),
  OTHER_ANSWER_LOST("flag right, ours wrong: we read another answer from the text"),
  NOT_FOUND("flag wrong, ours right: the published reader found no answer"),
  OTHER_ANSWER_WON("flag wrong, ours right: we read another answer from the text"),
  EQUIVALENT("flag wrong, ours right: the same answer, equal to the reference in value");

  private final String meaning;

  ZeroEvalDifference(String meaning) {
    this.meaning = meaning;
  }

  String meaning() {
    return meaning;
  }

  /** Empty where both evaluations agree. */
  static Optional<ZeroEvalDifference> of(Sample sample) {
    if (sample.flag() == sample.isRight()) {
      return Optional.empty();
    }
    return Optional.of(sample.flag() ? lost(sample) : won(sample));
  }

  private static ZeroEvalDifference lost(Sample sample) {
    if (sample.ofRecorded() == Judgement.EQUAL) {
      return OTHER_ANSWER_LOST;
    }
    return sample.ofRecorded() == Judgement.UNKNOWN ? UNDECIDED : FIRST_NUMBER;
  }

  private static ZeroEvalDifference won(Sample sample) {
    if (sample.recorded() == null) {
      return NOT_FOUND;
    }
    return sample.ofRecorded() == Judgement.EQUAL ? EQUIVALENT : OTHER_ANSWER_WON;
  }
}
