// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How hard to try for an answer, and what it takes to call it verified.
 *
 * @param attempts N, independent lines of work, 1 to 64
 * @param verifications M, verdicts asked for each final solution, 1 to 64
 * @param revisions R, the most refinements of one attempt, 0 to 8
 * @param rule which selection rule decides
 * @param alpha weight of the penalty in pessimistic selection, 0 to 2
 * @param verifiedFrom the least pessimistic score of a {@code verified} answer, 0 to 1
 * @param abstainBelow an answer whose mean verdict is below this is withheld, 0 to 1
 * @param quorum the least share of its verdicts that must be readable for an answer to be {@code
 *     verified}, above 0, at most 1
 * @param deadline how long after submission the problem is settled with what has arrived, 1 s to 1
 *     h
 * @param stopping whether all of N and M is asked for, or only what can change the decision
 * @param maxErrorRate the largest share of wrong answers among {@code verified} ones that the
 *     caller accepts, above 0, below 1; null leaves it to {@code verifiedFrom}
 * @param falsePass the rate at which the caller assumes that the verifier passes wrong answers,
 *     above 0, below 1; null leaves the assumption to the selection
 */
public record Policy(
    int attempts,
    int verifications,
    int revisions,
    SelectionRule rule,
    double alpha,
    double verifiedFrom,
    double abstainBelow,
    double quorum,
    Duration deadline,
    Stopping stopping,
    @Nullable Double maxErrorRate,
    @Nullable Double falsePass) {

  private static final int MOST_CALLS = 64;
  private static final int MOST_REVISIONS = 8;

  /** Two can agree or differ; one alone says nothing of the others. */
  private static final int FIRST_ATTEMPTS = 2;

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  // Last of the constants: its constructor checks against the others.
  public static final Policy DEFAULT =
      new Policy(
          8,
          4,
          1,
          SelectionRule.PESSIMISTIC,
          0.5,
          0.7,
          0.1,
          0.5,
          Duration.ofMinutes(1),
          Stopping.ADAPTIVE,
          null,
          null);

  public Policy {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(deadline, "deadline");
    // An event of a build that knew one way only does not name it.
    stopping = stopping == null ? Stopping.FIXED : stopping;
    requireRate(maxErrorRate, "max_error_rate");
    requireRate(falsePass, "false_pass");
    requireBetween(attempts, 1, MOST_CALLS, "attempts");
    requireBetween(verifications, 1, MOST_CALLS, "verifications");
    requireBetween(revisions, 0, MOST_REVISIONS, "revisions");
    requireBetween(alpha, 0, 2, "alpha");
    requireBetween(verifiedFrom, 0, 1, "verified_from");
    requireBetween(abstainBelow, 0, 1, "abstain_below");
    requireBetween(quorum, 0, 1, "quorum");
    if (quorum == 0) {
      throw new IllegalArgumentException("quorum: 0 (expected: above 0, at most 1)");
    }
    if (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "deadline: " + deadline + " (expected: " + SHORTEST + " to " + LONGEST + ")");
    }
  }

  /** How many attempts are asked for before anything is known. */
  public int firstAttempts() {
    return switch (stopping) {
      case FIXED -> attempts;
      case ADAPTIVE -> Math.min(attempts, FIRST_ATTEMPTS);
    };
  }

  /** The same policy with so many verifications at the most. */
  public Policy withVerificationsUpTo(int most) {
    return new Policy(
        attempts,
        Math.min(verifications, most),
        revisions,
        rule,
        alpha,
        verifiedFrom,
        abstainBelow,
        quorum,
        deadline,
        stopping,
        maxErrorRate,
        falsePass);
  }

  private static void requireRate(@Nullable Double value, String what) {
    if (value != null && !(value > 0 && value < 1)) {
      throw new IllegalArgumentException(what + ": " + value + " (expected: above 0, below 1)");
    }
  }

  private static void requireBetween(int value, int least, int most, String what) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + ": " + value + " (expected: " + least + " to " + most + ")");
    }
  }

  private static void requireBetween(double value, double least, double most, String what) {
    // Negated so that NaN is refused too.
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          what + ": " + value + " (expected: " + least + " to " + most + ")");
    }
  }
}
