// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Policy;
import dev.assay.selection.scoring.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The one sentence that tells a caller why an answer has its status, with the numbers in it. */
final class Reasons {

  private Reasons() {}

  static String of(Status status, Policy policy, Group winner, int asked, double pessimistic) {
    return switch (status) {
      case VERIFIED ->
          "%s verdicts were readable and the pessimistic score %s reaches %s"
              .formatted(share(winner, asked), number(pessimistic), number(policy.verifiedFrom()));
      case UNCERTAIN -> String.join("; ", shortfalls(policy, winner, asked, pessimistic));
      case ABSTAINED ->
          "the mean verdict %s on the best answer is below %s"
              .formatted(number(winner.sums().meanVerdict()), number(policy.abstainBelow()));
      case FAILED -> throw new IllegalArgumentException("an answer that exists has not failed");
    };
  }

  private static List<String> shortfalls(
      Policy policy, Group winner, int asked, double pessimistic) {
    List<String> shortfalls = new ArrayList<>();
    if (!Bar.of(policy).reachesQuorum(winner.sums(), asked)) {
      shortfalls.add(
          "only %s verdicts were readable, a share of %s is needed"
              .formatted(share(winner, asked), number(policy.quorum())));
    }
    if (pessimistic < policy.verifiedFrom()) {
      shortfalls.add(
          "the pessimistic score %s is below %s"
              .formatted(number(pessimistic), number(policy.verifiedFrom())));
    }
    return shortfalls;
  }

  /** Why there is no group to choose among. */
  static String noAnswer(Policy policy, Evidence evidence, Asked asked) {
    int unanswered = evidence.unanswered();
    int abandoned = evidence.abandoned().size();
    int missing = asked.attempts() - unanswered - abandoned;
    List<String> ends = new ArrayList<>();
    if (abandoned > 0) {
      ends.add(abandoned + " abandoned (" + evidence.abandoned().getFirst().reason() + ")");
    }
    if (unanswered > 0) {
      ends.add(unanswered + " stated no answer");
    }
    if (missing > 0) {
      ends.add((ends.isEmpty() ? "nothing" : missing + " not") + " arrived before the deadline");
    }
    return "of %d attempts, %s".formatted(asked.attempts(), String.join(", ", ends));
  }

  private static String share(Group group, int asked) {
    return group.sums().readable() + " of " + asked;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
