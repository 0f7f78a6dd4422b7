// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a policy that somebody set; the others are left to the policy below. Callers write
 * it in requests, operators in configuration. Parts and fields mean what they mean in {@link
 * Policy}.
 */
public record PolicyOverrides(
    @JsonUnwrapped Effort effort,
    @JsonUnwrapped Scoring scoring,
    @JsonUnwrapped Thresholds thresholds,
    @Nullable Duration deadline,
    @Nullable Stopping stopping,
    @JsonUnwrapped ErrorRates errorRates,
    @JsonUnwrapped Conduct conduct,
    @Nullable Limits budget) {

  public static final PolicyOverrides NONE =
      new PolicyOverrides(
          Effort.UNSET,
          Scoring.UNSET,
          Thresholds.UNSET,
          null,
          null,
          ErrorRates.UNSET,
          Conduct.UNSET,
          null);

  public PolicyOverrides {
    Objects.requireNonNull(effort, "effort");
    Objects.requireNonNull(scoring, "scoring");
    Objects.requireNonNull(thresholds, "thresholds");
    Objects.requireNonNull(errorRates, "errorRates");
    Objects.requireNonNull(conduct, "conduct");
    budget = budget == null || budget.equals(Limits.UNSET) ? null : budget;
  }

  /** Without a budget. */
  public PolicyOverrides(
      Effort effort,
      Scoring scoring,
      Thresholds thresholds,
      @Nullable Duration deadline,
      @Nullable Stopping stopping,
      ErrorRates errorRates,
      Conduct conduct) {
    this(effort, scoring, thresholds, deadline, stopping, errorRates, conduct, null);
  }

  /** The most that is tried, as far as it is set. */
  public record Effort(
      @Nullable Integer attempts, @Nullable Integer verifications, @Nullable Integer revisions) {

    public static final Effort UNSET = new Effort(null, null, null);

    private Policy.Effort over(Policy.Effort below) {
      return new Policy.Effort(
          or(attempts, below.attempts()),
          or(verifications, below.verifications()),
          or(revisions, below.revisions()));
    }
  }

  /** How answers are compared, as far as it is set. */
  public record Scoring(@Nullable SelectionRule rule, @Nullable Double alpha) {

    public static final Scoring UNSET = new Scoring(null, null);

    private Policy.Scoring over(Policy.Scoring below) {
      return new Policy.Scoring(or(rule, below.rule()), or(alpha, below.alpha()));
    }
  }

  /** What the best answer has to reach, as far as it is set. */
  public record Thresholds(
      @Nullable Double verifiedFrom, @Nullable Double abstainBelow, @Nullable Double quorum) {

    public static final Thresholds UNSET = new Thresholds(null, null, null);

    private Policy.Thresholds over(Policy.Thresholds below) {
      return new Policy.Thresholds(
          or(verifiedFrom, below.verifiedFrom()),
          or(abstainBelow, below.abstainBelow()),
          or(quorum, below.quorum()));
    }
  }

  /** How often what is wrong may pass, as far as it is set. */
  public record ErrorRates(@Nullable Double maxErrorRate, @Nullable Double falsePass) {

    public static final ErrorRates UNSET = new ErrorRates(null, null);

    private Policy.ErrorRates over(Policy.ErrorRates below) {
      return new Policy.ErrorRates(
          maxErrorRate == null ? below.maxErrorRate() : maxErrorRate,
          falsePass == null ? below.falsePass() : falsePass);
    }
  }

  /** What the roles may do, as far as it is set. */
  public record Conduct(@Nullable Boolean forcedEndings) {

    public static final Conduct UNSET = new Conduct(null);

    private Policy.Conduct over(Policy.Conduct below) {
      return new Policy.Conduct(forcedEndings == null ? below.forcedEndings() : forcedEndings);
    }
  }

  /** What it may cost, as far as it is set. */
  public record Limits(@Nullable Integer calls, @Nullable Long tokens, @Nullable Price cost) {

    public static final Limits UNSET = new Limits(null, null, null);

    /** An amount of money, and in which currency; neither says anything without the other. */
    public record Price(@Nullable BigDecimal amount, @Nullable String currency) {

      private Budget.Cost cost() {
        if (amount == null || currency == null) {
          throw new IllegalArgumentException(
              "budget.cost.%s: missing (expected: an amount and its currency)"
                  .formatted(amount == null ? "amount" : "currency"));
        }
        return new Budget.Cost(amount, currency);
      }
    }

    private Budget over(@Nullable Budget below) {
      return new Budget(
          calls == null && below != null ? below.calls() : calls,
          tokens == null && below != null ? below.tokens() : tokens,
          cost == null ? (below == null ? null : below.cost()) : cost.cost());
    }
  }

  /** All of N and M. */
  public static PolicyOverrides grid(
      int attempts, int verifications, int revisions, @Nullable Duration deadline) {
    Effort effort = new Effort(attempts, verifications, revisions);
    return NONE.withEffort(effort).withDeadline(deadline).withStopping(Stopping.FIXED);
  }

  /** Of N and M what can change the decision. */
  public static PolicyOverrides adaptive(
      int attempts, int verifications, int revisions, @Nullable Duration deadline) {
    return grid(attempts, verifications, revisions, deadline).withStopping(Stopping.ADAPTIVE);
  }

  public PolicyOverrides withEffort(Effort other) {
    return new PolicyOverrides(
        other, scoring, thresholds, deadline, stopping, errorRates, conduct, budget);
  }

  public PolicyOverrides withDeadline(@Nullable Duration other) {
    return new PolicyOverrides(
        effort, scoring, thresholds, other, stopping, errorRates, conduct, budget);
  }

  public PolicyOverrides withStopping(@Nullable Stopping other) {
    return new PolicyOverrides(
        effort, scoring, thresholds, deadline, other, errorRates, conduct, budget);
  }

  public PolicyOverrides withErrorRates(ErrorRates other) {
    return new PolicyOverrides(
        effort, scoring, thresholds, deadline, stopping, other, conduct, budget);
  }

  public PolicyOverrides withConduct(Conduct other) {
    return new PolicyOverrides(
        effort, scoring, thresholds, deadline, stopping, errorRates, other, budget);
  }

  public PolicyOverrides withBudget(@Nullable Limits other) {
    return new PolicyOverrides(
        effort, scoring, thresholds, deadline, stopping, errorRates, conduct, other);
  }

  /**
   * The policy with these fields set.
   *
   * @throws IllegalArgumentException naming the field, its value and the expected range
   */
  public Policy over(Policy below) {
    return new Policy(
        effort.over(below.effort()),
        scoring.over(below.scoring()),
        thresholds.over(below.thresholds()),
        or(deadline, below.deadline()),
        or(stopping, below.stopping()),
        errorRates.over(below.errorRates()),
        conduct.over(below.conduct()),
        budget == null ? below.budget() : budget.over(below.budget()));
  }

  private static <T> T or(@Nullable T value, T below) {
    return value == null ? below : value;
  }
}
