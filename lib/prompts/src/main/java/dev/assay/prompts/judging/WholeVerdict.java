// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import java.util.Optional;

/** Verdicts on a solution as a whole, of verifiers that name no step. */
public final class WholeVerdict {

  private static final double SURE = 1;

  /** From here on it is more likely right than wrong. */
  private static final double EVEN = 0.5;

  private WholeVerdict() {}

  /**
   * What a verifier said, or how likely it found it where that is known: what was drawn is one draw
   * of it.
   *
   * @param score how likely it finds that the solution is right, 0 to 1
   * @param why it is wrong, if it is
   */
  public static Verdict of(boolean correct, Optional<Double> score, String why) {
    if (score.isPresent()) {
      double likely = score.get();
      return likely >= EVEN ? new Correct(likely) : FirstError.somewhere(why, likely);
    }
    return correct ? new Correct(SURE) : FirstError.somewhere(why, null);
  }
}
