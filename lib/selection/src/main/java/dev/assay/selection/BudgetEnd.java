// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Budget;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Warning;
import dev.assay.contracts.Warning.Code;
import java.util.stream.Stream;

/** Marks the answer of a problem whose budget came to its end before its policy did. */
final class BudgetEnd {

  private BudgetEnd() {}

  /**
   * The answer, with a warning and a reason where the budget kept it from being better.
   *
   * @param unaffordable whether there was work that it would not pay for
   */
  static Answer marked(Answer answer, Policy policy, boolean unaffordable) {
    Budget budget = policy.budget();
    if (budget == null || !(unaffordable || budget.spent(answer.usage()))) {
      return answer;
    }
    String message = message(budget, answer.usage());
    return answer
        .because(message)
        .warning(
            Stream.concat(
                    answer.warnings().stream(),
                    Stream.of(Warning.of(Code.BUDGET_EXHAUSTED, message)))
                .toList());
  }

  private static String message(Budget budget, Usage usage) {
    String spent =
        "%d calls and %d tokens were spent".formatted(usage.calls(), usage.totalTokens());
    return budget.priced(usage)
        ? "the budget of %s ended the work: %s".formatted(budget, spent)
        : "the budget of %s ended the work: %s, and not all of them have a price in %s"
            .formatted(budget, spent, budget.cost() == null ? "" : budget.cost().currency());
  }
}
