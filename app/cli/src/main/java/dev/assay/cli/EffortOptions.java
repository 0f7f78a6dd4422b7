// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.PolicyOverrides.Limits;
import dev.assay.contracts.PolicyOverrides.Limits.Price;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Stopping;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How hard to try for one answer. */
final class EffortOptions {

  @Option(names = "--attempts", paramLabel = "N", description = "Independent solutions.")
  private @Nullable Integer attempts;

  @Option(names = "--verifications", paramLabel = "M", description = "Verdicts per solution.")
  private @Nullable Integer verifications;

  @Option(names = "--revisions", paramLabel = "R", description = "Most refinements per attempt.")
  private @Nullable Integer revisions;

  @Option(
      names = "--rule",
      description =
          "How to choose: pessimistic, verifier_voting, best_of_n, majority, shortest_majority,"
              + " accepted_majority.")
  private @Nullable SelectionRule rule;

  @Option(names = "--deadline", description = "Answer by then, with what there is: 60s, 2m.")
  private @Nullable Duration deadline;

  @Option(
      names = "--stopping",
      description = "fixed: all of N and M; adaptive: only what can change the decision.")
  private @Nullable Stopping stopping;

  @Option(
      names = "--max-error-rate",
      paramLabel = "RATE",
      description =
          "Call an answer verified only if so few such answers are wrong: 0.05. Needs a record of"
              + " how answers turned out: ./assay calibrate.")
  private @Nullable Double maxErrorRate;

  @Option(
      names = "--no-forced-endings",
      description =
          "Do not make a model conclude that has said nothing readable; ask it again instead.")
  private boolean noForcedEndings;

  @Option(
      names = "--max-calls",
      paramLabel = "CALLS",
      description = "Answer with what so many model calls have come to.")
  private @Nullable Integer maxCalls;

  @Option(
      names = "--max-tokens",
      paramLabel = "TOKENS",
      description = "The same by the tokens that were read and generated, as closely as is known.")
  private @Nullable Long maxTokens;

  @Option(
      names = "--max-cost",
      paramLabel = "AMOUNT CURRENCY",
      arity = "2",
      hideParamSyntax = true,
      description = "The same by what the calls cost, where they have prices: 0.50 EUR.")
  private String @Nullable [] maxCost;

  /** What the user set; the server fills in the rest. */
  PolicyOverrides effort() {
    return new PolicyOverrides(
        new PolicyOverrides.Effort(attempts, verifications, revisions),
        new PolicyOverrides.Scoring(rule, null),
        PolicyOverrides.Thresholds.UNSET,
        deadline,
        stopping,
        new PolicyOverrides.ErrorRates(maxErrorRate, null),
        new PolicyOverrides.Conduct(noForcedEndings ? false : null),
        new Limits(maxCalls, maxTokens, price()));
  }

  private @Nullable Price price() {
    try {
      return maxCost == null ? null : new Price(new BigDecimal(maxCost[0]), maxCost[1]);
    } catch (NumberFormatException e) {
      throw new UsageException("--max-cost: " + maxCost[0] + " (expected: such as 0.50 EUR)");
    }
  }

  /**
   * With what the server would fill in by default.
   *
   * @throws UsageException naming the option, its value and the expected range
   */
  Policy policy() {
    try {
      return effort().over(Policy.DEFAULT);
    } catch (IllegalArgumentException e) {
      throw new UsageException(byOption(String.valueOf(e.getMessage())));
    }
  }

  /** The objection, which begins with the name of a setting, as one to the option that sets it. */
  private static String byOption(String objection) {
    for (String limit : List.of("calls", "tokens", "cost")) {
      String setting = "budget." + limit;
      if (objection.startsWith(setting)) {
        return "--max-" + limit + objection.substring(objection.indexOf(':'));
      }
    }
    return "--" + objection.replace('_', '-');
  }
}
