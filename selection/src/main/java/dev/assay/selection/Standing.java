// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.Assurance.Promise;
import dev.assay.selection.scoring.Bar;
import java.util.List;

/**
 * How far the best answer can be trusted, and why.
 *
 * @param reason one sentence, with the numbers in it
 */
record Standing(Status status, String reason) {

  /** By the policy's bar on the pessimistic score, and by how far the verdicts can be trusted. */
  static Standing byBar(
      Policy policy, Scores scores, Group winner, int asked, Trusted trusted, boolean late) {
    double pessimistic = scores.of(winner, SelectionRule.PESSIMISTIC);
    Status status = Bar.of(policy).status(winner.sums(), asked, pessimistic, trusted::convincing);
    return new Standing(
        status, new Reasons(policy, winner, asked, pessimistic, trusted, late).of(status));
  }

  /**
   * By the caller's error rate: verified if it is kept, and no answer otherwise.
   *
   * @param groups the chosen one first
   */
  static Standing byRate(
      Policy policy, double rate, Assurance assurance, List<AnswerGroup> groups, boolean late) {
    if (late) {
      return new Standing(
          Status.ABSTAINED,
          "max_error_rate %s cannot be promised: the deadline cut the evidence short"
              .formatted(rate));
    }
    Promise promise = assurance.promise(policy, rate, groups);
    return new Standing(promise.kept() ? Status.VERIFIED : Status.ABSTAINED, promise.reason());
  }
}
