// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import dev.assay.lab.critics.labelled.LabelledSolution;
import dev.assay.roles.NoReplyException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Asks again where a failure may pass, and gives the run up where nothing but failures comes back:
 * a server that is down, or a wrong key, must not cost every solution its judgement.
 */
final class PatientJudge {

  private static final int TRIES = 5;
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /** So many in a row, and the next would fail too. */
  private static final int MOST_FAILURES = 8;

  private final Judge judge;
  private final long seed;
  private final Consumer<Duration> pause;
  private final AtomicInteger failures = new AtomicInteger();

  /**
   * @param pause waits
   */
  PatientJudge(Judge judge, long seed, Consumer<Duration> pause) {
    this.judge = judge;
    this.seed = seed;
    this.pause = pause;
  }

  /**
   * The judgement, or empty where the model gives none of this solution.
   *
   * @throws NoMoreRepliesException after too many failures
   */
  Optional<Judgement> judge(LabelledSolution solution, int vote) {
    Duration wait = FIRST_WAIT;
    for (int left = TRIES - 1; ; left--) {
      try {
        Judgement judgement = judge.judge(solution, vote, seed);
        failures.set(0);
        return Optional.of(judgement);
      } catch (NoReplyException e) {
        boolean last = left == 0 || !e.mayPass();
        if (last && failures.incrementAndGet() >= MOST_FAILURES) {
          throw new NoMoreRepliesException(MOST_FAILURES, e);
        }
        if (last) {
          return Optional.empty();
        }
        pause.accept(shorter(e.retryAfter().orElse(wait), LONGEST_WAIT));
        wait = wait.multipliedBy(2);
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
