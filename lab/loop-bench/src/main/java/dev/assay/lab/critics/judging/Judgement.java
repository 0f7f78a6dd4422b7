// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import dev.assay.contracts.FinishReason;
import dev.assay.contracts.Usage;
import dev.assay.lab.critics.labelled.LabelledSolution;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a solution once: a line of the file.
 *
 * @param fingerprint of what was shown
 * @param vote which of the judgements on this solution, from 0
 * @param named the first wrong step, from 0; the number of steps where one is missing at the end;
 *     {@link LabelledSolution#CLEAN} where nothing is wrong; null where no step is named, or
 *     nothing could be read
 * @param pass the share of a pass that it counts as; null where nothing could be read
 * @param why what is wrong with the step, or with a reply that could not be read; null where all is
 *     well
 * @param by who knows it: the model, or by what it was known without one
 * @param finishReason why the last reply ended, or null where no model was asked
 */
public record Judgement(
    String subset,
    String id,
    UUID fingerprint,
    int vote,
    @Nullable Integer named,
    @Nullable Double pass,
    @Nullable String why,
    String by,
    Usage usage,
    @Nullable FinishReason finishReason) {

  /** Whether it says that the solution is right or that it is wrong. */
  public boolean readable() {
    return pass != null;
  }

  /** Under what it is found again. */
  Key key() {
    return new Key(fingerprint, vote);
  }

  /** One of the judgements on one solution. */
  record Key(UUID fingerprint, int vote) {}
}
