// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer.Trust;
import dev.assay.selection.scoring.Posterior;
import dev.assay.selection.scoring.RivalGroups;
import dev.assay.selection.scoring.ScoringRules;
import dev.assay.selection.scoring.VerifierPrior;

/**
 * How far the verdicts carry the chosen answer.
 *
 * @param tied whether another group is scored alike
 */
record VerdictTrust(Trust trust, boolean tied) {

  static VerdictTrust of(
      RivalGroups rivals, int chosen, VerifierPrior prior, ScoringRules scoring) {
    return new VerdictTrust(
        new Trust(
            rivals.posterior(prior, chosen),
            prior.truePass(),
            prior.falsePass(),
            (int) rivals.rivals(chosen).count()),
        rivals.tied(scoring, chosen));
  }

  /** As {@link RivalGroups#convinces}. */
  boolean convincing() {
    return !tied && probable();
  }

  boolean probable() {
    return Posterior.suffices(trust.probability());
  }
}
