// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.in;

import dev.assay.contracts.ProblemId;
import dev.assay.verifier.core.Adjudicator;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings the passing of time to the adjudicator, so that a problem is settled even if nobody ever
 * works on it. Any number of replicas may sweep.
 */
public final class DeadlineSweep implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineSweep.class);

  private final Adjudicator adjudicator;
  private final Duration every;
  private final Duration forgetStraysAfter;
  private volatile @Nullable Thread thread;

  public DeadlineSweep(Adjudicator adjudicator, Duration every, Duration forgetStraysAfter) {
    this.adjudicator = adjudicator;
    this.every = every;
    this.forgetStraysAfter = forgetStraysAfter;
  }

  @Override
  public void start() {
    // Known before it runs: it ends at once where it does not find itself here.
    Thread next = Thread.ofPlatform().name("deadline-sweep").daemon().unstarted(this::run);
    thread = next;
    next.start();
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      try {
        adjudicator.due().forEach(this::settle);
        adjudicator.forgetStrays(forgetStraysAfter);
      } catch (RuntimeException e) {
        LOG.warn("could not look for overdue problems, trying again: {}", e.toString());
      }
      pause();
    }
  }

  /** One problem that cannot be settled must not keep the others waiting. */
  private void settle(ProblemId id) {
    try {
      adjudicator.settleIfDue(id);
    } catch (RuntimeException e) {
      LOG.warn("could not settle {} at its deadline, trying again", id, e);
    }
  }

  private void pause() {
    try {
      Thread.sleep(every);
    } catch (InterruptedException e) {
      thread = null;
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      try {
        // Longer than one transaction; it is not interrupted in the middle of one.
        running.join(every.plusSeconds(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
