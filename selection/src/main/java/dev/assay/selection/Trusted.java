// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer.Trust;
import dev.assay.selection.scoring.Posterior;
import dev.assay.selection.scoring.Scoring;
import dev.assay.selection.scoring.Standoff;
import dev.assay.selection.scoring.VerifierPrior;

/**
 * How far the verdicts carry the chosen answer.
 *
 * @param tied whether another group is scored alike
 */
record Trusted(Trust trust, boolean tied) {

  static Trusted of(Standoff standoff, int chosen, VerifierPrior prior, Scoring scoring) {
    return new Trusted(
        new Trust(
            standoff.posterior(prior, chosen),
            prior.truePass(),
            prior.falsePass(),
            (int) standoff.rivals(chosen).count()),
        standoff.tied(scoring, chosen));
  }

  /** As {@link Standoff#convinces}. */
  boolean convincing() {
    return !tied && probable();
  }

  boolean probable() {
    return Posterior.suffices(trust.probability());
  }
}
