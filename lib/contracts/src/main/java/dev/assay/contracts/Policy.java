// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How hard to try for an answer, and what it takes to call it verified. It is built of its parts,
 * and is one flat object as JSON.
 *
 * @param deadline how long after submission the problem is settled with what has arrived, 1 s to 1
 *     h
 * @param stopping whether all of N and M is asked for, or only what can change the decision
 * @param budget what all of it may cost; null for no limit
 */
public record Policy(
    @JsonUnwrapped Effort effort,
    @JsonUnwrapped Scoring scoring,
    @JsonUnwrapped Thresholds thresholds,
    Duration deadline,
    Stopping stopping,
    @JsonUnwrapped ErrorRates errorRates,
    @JsonUnwrapped Conduct conduct,
    @Nullable Budget budget) {

  private static final int MOST_CALLS = 64;
  private static final int MOST_REVISIONS = 8;

  /** Two can agree or differ; one alone says nothing of the others. */
  private static final int FIRST_ATTEMPTS = 2;

  private static final Budget NO_LIMIT = new Budget(null, null, null);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  // Last of the constants: its constructor checks against the others.
  public static final Policy DEFAULT =
      new Policy(
          new Effort(8, 4, 1),
          new Scoring(SelectionRule.PESSIMISTIC, 0.5),
          new Thresholds(0.7, 0.1, 0.5),
          Duration.ofMinutes(1),
          Stopping.ADAPTIVE,
          ErrorRates.UNSET);

  /** Where the roles may do all that they can. */
  public Policy(
      Effort effort,
      Scoring scoring,
      Thresholds thresholds,
      Duration deadline,
      Stopping stopping,
      ErrorRates errorRates) {
    this(effort, scoring, thresholds, deadline, stopping, errorRates, Conduct.UNSET, null);
  }

  /** Without a limit to what it may cost. */
  public Policy(
      Effort effort,
      Scoring scoring,
      Thresholds thresholds,
      Duration deadline,
      Stopping stopping,
      ErrorRates errorRates,
      Conduct conduct) {
    this(effort, scoring, thresholds, deadline, stopping, errorRates, conduct, null);
  }

  public Policy {
    Objects.requireNonNull(effort, "effort");
    Objects.requireNonNull(scoring, "scoring");
    Objects.requireNonNull(thresholds, "thresholds");
    Objects.requireNonNull(deadline, "deadline");
    // An event of a build that knew one way only does not name it.
    stopping = stopping == null ? Stopping.FIXED : stopping;
    Objects.requireNonNull(errorRates, "errorRates");
    Objects.requireNonNull(conduct, "conduct");
    budget = budget == null || budget.equals(NO_LIMIT) ? null : budget;
    if (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "deadline: " + deadline + " (expected: " + SHORTEST + " to " + LONGEST + ")");
    }
  }

  /**
   * The most that is tried.
   *
   * @param attempts N, independent lines of work, 1 to 64
   * @param verifications M, verdicts asked for each final solution, 1 to 64
   * @param revisions R, the most refinements of one attempt, 0 to 8
   */
  public record Effort(int attempts, int verifications, int revisions) {
    public Effort {
      ValueRange.requireBetween(attempts, 1, MOST_CALLS, "attempts");
      ValueRange.requireBetween(verifications, 1, MOST_CALLS, "verifications");
      ValueRange.requireBetween(revisions, 0, MOST_REVISIONS, "revisions");
    }
  }

  /**
   * How answers are compared.
   *
   * @param rule which selection rule decides
   * @param alpha weight of the penalty in pessimistic selection, 0 to 2
   */
  public record Scoring(SelectionRule rule, double alpha) {
    public Scoring {
      Objects.requireNonNull(rule, "rule");
      ValueRange.requireBetween(alpha, 0, 2, "alpha");
    }
  }

  /**
   * What the best answer has to reach.
   *
   * @param verifiedFrom the least pessimistic score of a {@code verified} answer, 0 to 1
   * @param abstainBelow an answer whose mean verdict is below this is withheld, 0 to 1
   * @param quorum the least share of its verdicts that must be readable for an answer to be {@code
   *     verified}, above 0, at most 1
   */
  public record Thresholds(double verifiedFrom, double abstainBelow, double quorum) {
    public Thresholds {
      ValueRange.requireBetween(verifiedFrom, 0, 1, "verified_from");
      ValueRange.requireBetween(abstainBelow, 0, 1, "abstain_below");
      ValueRange.requireBetween(quorum, 0, 1, "quorum");
      if (quorum == 0) {
        throw new IllegalArgumentException("quorum: 0 (expected: above 0, at most 1)");
      }
    }
  }

  /**
   * How often what is wrong may pass.
   *
   * @param maxErrorRate the largest share of wrong answers among {@code verified} ones that the
   *     caller accepts, above 0, below 1; null leaves it to {@code verifiedFrom}
   * @param falsePass the rate at which the caller assumes that the verifier passes wrong answers,
   *     above 0, below 1; null leaves the assumption to the selection
   */
  public record ErrorRates(@Nullable Double maxErrorRate, @Nullable Double falsePass) {

    public static final ErrorRates UNSET = new ErrorRates(null, null);

    public ErrorRates {
      ValueRange.requireRate(maxErrorRate, "max_error_rate");
      ValueRange.requireRate(falsePass, "false_pass");
    }
  }

  /**
   * What the roles may do. An event that says nothing of it allows what every build allowed before
   * it could be forbidden.
   *
   * @param forcedEndings false where a reply that says nothing readable must not be brought to an
   *     end that does; null where it may be
   */
  public record Conduct(@Nullable Boolean forcedEndings) {

    public static final Conduct UNSET = new Conduct(null);

    public Conduct {
      forcedEndings = Boolean.FALSE.equals(forcedEndings) ? false : null;
    }
  }

  public int attempts() {
    return effort.attempts();
  }

  public int verifications() {
    return effort.verifications();
  }

  public int revisions() {
    return effort.revisions();
  }

  public SelectionRule rule() {
    return scoring.rule();
  }

  public double alpha() {
    return scoring.alpha();
  }

  public double verifiedFrom() {
    return thresholds.verifiedFrom();
  }

  public double abstainBelow() {
    return thresholds.abstainBelow();
  }

  public double quorum() {
    return thresholds.quorum();
  }

  public @Nullable Double maxErrorRate() {
    return errorRates.maxErrorRate();
  }

  public @Nullable Double falsePass() {
    return errorRates.falsePass();
  }

  /** Whether a reply that says nothing readable may be brought to an end that does. */
  public boolean forcedEndings() {
    return conduct.forcedEndings() == null;
  }

  /** How many attempts are asked for before anything is known. */
  public int firstAttempts() {
    return switch (stopping) {
      case FIXED -> attempts();
      case ADAPTIVE -> Math.min(attempts(), FIRST_ATTEMPTS);
    };
  }

  /** The same policy with less time, as far as that may be. */
  Policy withDeadline(Duration time) {
    Duration least = time.compareTo(SHORTEST) < 0 ? SHORTEST : time;
    Duration less = least.compareTo(deadline) < 0 ? least : deadline;
    return new Policy(effort, scoring, thresholds, less, stopping, errorRates, conduct, budget);
  }

  /** The same policy with this budget; null for none. */
  public Policy withBudget(@Nullable Budget other) {
    return new Policy(effort, scoring, thresholds, deadline, stopping, errorRates, conduct, other);
  }

  /** The same policy with so many verifications at the most. */
  public Policy withVerificationsUpTo(int most) {
    Effort less = new Effort(attempts(), Math.min(verifications(), most), revisions());
    return new Policy(less, scoring, thresholds, deadline, stopping, errorRates, conduct, budget);
  }
}
