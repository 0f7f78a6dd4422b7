// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import java.util.List;

/**
 * How far the work on a problem has come.
 *
 * @param solutions those that state an answer, in the order of their attempts
 * @param attemptsAsked attempts begun so far
 * @param attemptsEnded those of them that have reached a final solution, with or without an answer,
 *     or were abandoned
 * @param attemptCalls model calls that an attempt takes before its first verdict, the mean so far;
 *     at least 1
 */
public record WorkState(
    List<VerificationState> solutions, int attemptsAsked, int attemptsEnded, double attemptCalls) {

  public WorkState {
    solutions = List.copyOf(solutions);
    if (attemptsEnded < solutions.size() || attemptsAsked < attemptsEnded) {
      throw new IllegalArgumentException(
          "progress: solutions %d, ended %d, asked %d (expected: solutions <= ended <= asked)"
              .formatted(solutions.size(), attemptsEnded, attemptsAsked));
    }
  }

  /** Where an attempt is one call. */
  public WorkState(List<VerificationState> solutions, int attemptsAsked, int attemptsEnded) {
    this(solutions, attemptsAsked, attemptsEnded, 1);
  }

  public static WorkState none() {
    return new WorkState(List.of(), 0, 0);
  }

  /** Calls whose result has not come: attempts under way count as one each. */
  public int inFlight() {
    return attemptsAsked
        - attemptsEnded
        + solutions.stream().mapToInt(VerificationState::inFlight).sum();
  }

  /** Calls asked for so far: one an attempt, one a verification. */
  public int calls() {
    return attemptsAsked + solutions.stream().mapToInt(VerificationState::asked).sum();
  }
}
