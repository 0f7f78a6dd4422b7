// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.Assurance.Promise;
import dev.assay.selection.scoring.VerifiedThreshold;
import java.util.List;

/**
 * How far the best answer can be trusted, and why.
 *
 * @param reason one sentence, with the numbers in it
 */
record StatusDecision(Status status, String reason) {

  /**
   * The same where a server has cut a prompt: whoever judged has not seen all, and what he says
   * cannot verify anything.
   *
   * @param promised whether an error rate was asked for, so that what is not verified is not given
   */
  StatusDecision seenInPart(boolean promised) {
    return status == Status.VERIFIED
        ? new StatusDecision(
            promised ? Status.ABSTAINED : Status.UNCERTAIN,
            "a server has cut a prompt, so that what was judged was not all there is; otherwise: "
                + reason)
        : this;
  }

  /** By the policy's bar on the pessimistic score, and by how far the verdicts can be trusted. */
  static StatusDecision byBar(
      Policy policy, Scores scores, AnswerGroupSums winner, VerdictTrust trusted, boolean late) {
    double pessimistic = scores.of(winner, SelectionRule.PESSIMISTIC);
    Status status =
        VerifiedThreshold.of(policy).status(winner.sums(), pessimistic, trusted::convincing);
    return new StatusDecision(
        status, new StatusReasons(policy, winner, pessimistic, trusted, late).of(status));
  }

  /**
   * By the caller's error rate: verified if it is kept, and no answer otherwise.
   *
   * @param groups the chosen one first
   */
  static StatusDecision byRate(
      Problem problem, double rate, Assurance assurance, List<AnswerGroup> groups, boolean late) {
    if (late) {
      return new StatusDecision(
          Status.ABSTAINED,
          "max_error_rate %s cannot be promised: the deadline cut the evidence short"
              .formatted(rate));
    }
    Promise promise = assurance.promise(problem, rate, groups);
    return new StatusDecision(
        promise.kept() ? Status.VERIFIED : Status.ABSTAINED, promise.reason());
  }
}
