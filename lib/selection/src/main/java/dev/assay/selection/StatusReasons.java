// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Answer.Trust;
import dev.assay.contracts.Policy;
import dev.assay.selection.scoring.Posterior;
import dev.assay.selection.scoring.VerifiedThreshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one sentence that tells a caller why an answer has its status, with the numbers in it.
 *
 * @param late whether the deadline came before all that the policy wants did
 */
record StatusReasons(
    Policy policy, AnswerGroupSums winner, double pessimistic, VerdictTrust trusted, boolean late) {

  String of(Status status) {
    return switch (status) {
      case VERIFIED ->
          "%s verdicts were readable and the pessimistic score %s reaches %s; %s"
              .formatted(
                  share(), number(pessimistic), number(policy.verifiedFrom()), probability());
      case UNCERTAIN -> String.join("; ", shortfalls());
      case ABSTAINED ->
          "the mean verdict %s on the best answer is below %s"
              .formatted(number(winner.sums().meanVerdict()), number(policy.abstainBelow()));
      case FAILED -> throw new IllegalArgumentException("an answer that exists has not failed");
    };
  }

  private List<String> shortfalls() {
    if (winner.sums().asked() == 0 && late) {
      return List.of("no verdict was asked for before the deadline came");
    }
    if (winner.sums().asked() == 0 && policy.budget() != null) {
      return List.of("no verdict was asked for within the budget");
    }
    if (winner.sums().asked() == 0) {
      return List.of(
          "no verdict was asked for: none could have changed the answer or its status,"
              + " with verified_from "
              + number(policy.verifiedFrom()));
    }
    List<String> shortfalls = new ArrayList<>();
    if (!VerifiedThreshold.of(policy).reachesQuorum(winner.sums())) {
      shortfalls.add(
          "only %s verdicts were readable%s, a share of %s is needed"
              .formatted(share(), late ? " when the deadline came" : "", number(policy.quorum())));
    }
    if (pessimistic < policy.verifiedFrom()) {
      shortfalls.add(
          "the pessimistic score %s is below %s"
              .formatted(number(pessimistic), number(policy.verifiedFrom())));
    }
    if (trusted.tied()) {
      shortfalls.add("another answer, equal to it or not, has the same score");
    }
    if (!trusted.probable()) {
      shortfalls.add(probability() + ", and " + number(Posterior.ENOUGH) + " is needed");
    }
    return shortfalls;
  }

  private String probability() {
    Trust trust = trusted.trust();
    // Never rounded up to what is needed, nor to certainty.
    String right =
        "the answer is right with probability "
            + number(Math.floor(trust.probability() * 1000) / 1000);
    String rates =
        "if the verifier passes right answers at a rate of %.2f and wrong ones at %.2f"
            .formatted(trust.truePass(), trust.falsePass());
    return trust.rivals() == 0
        ? "no rival answer put the verifier to the test, and " + right + " " + rates
        : "against %d rival answer%s %s, beginning with the belief that %s"
            .formatted(trust.rivals(), trust.rivals() == 1 ? "" : "s", right, rates.substring(3));
  }

  /** Why there is no group to choose among. */
  static String noAnswer(Evidence evidence) {
    return "of %d attempts, %s"
        .formatted(evidence.attemptsAsked(), String.join(", ", ends(evidence)));
  }

  /** Why the best that there is was not verified. */
  static String unverified(Evidence evidence, boolean late) {
    return "not verified: %s came before the first verdict; of %d attempts, %s"
        .formatted(
            late ? "the deadline" : "the end of all attempts",
            evidence.attemptsAsked(),
            String.join(", ", ends(evidence)));
  }

  private static List<String> ends(Evidence evidence) {
    int unanswered = evidence.unanswered();
    int abandoned = evidence.abandoned().size();
    int drafted = (int) evidence.drafts().stream().filter(evidence::underWay).count();
    int missing = evidence.attemptsAsked() - unanswered - abandoned - drafted;
    List<String> ends = new ArrayList<>();
    if (drafted > 0) {
      ends.add(drafted + " drafted and on the way to a verdict");
    }
    if (abandoned > 0) {
      ends.add(abandoned + " abandoned (" + evidence.abandoned().getFirst().reason() + ")");
    }
    if (unanswered > 0) {
      ends.add(unanswered + " stated no answer");
    }
    if (missing > 0) {
      ends.add((ends.isEmpty() ? "nothing" : missing + " not") + " arrived before the deadline");
    }
    return ends;
  }

  private String share() {
    return winner.sums().readable() + " of " + winner.sums().asked();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
