// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.service.Dependent;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the same thing again and again while its context runs, on one thread: what carries the
 * outbox and what looks for overdue problems. A turn that fails is told in the log and taken again,
 * a text that nests too deeply included: one problem must not end the thread that serves all.
 */
public final class Repeater implements Dependent {

  private static final Logger LOG = LoggerFactory.getLogger(Repeater.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
  private static final Duration LAST_TURN = Duration.ofSeconds(30);

  private final String name;
  private final Supplier<Duration> turn;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  /**
   * @param turn does the thing once and says how long to wait before the next time
   */
  public Repeater(String name, Supplier<Duration> turn) {
    this.name = name;
    this.turn = turn;
  }

  /** Has the next turn taken now. */
  public void wake() {
    wakeUps.release();
  }

  @Override
  public synchronized void start() {
    // Before the thread, which looks at it.
    running = true;
    thread = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  private void run() {
    while (running) {
      try {
        await(turn.get());
      } catch (RuntimeException | StackOverflowError e) {
        LOG.warn("{} failed, trying again in {} s", name, AFTER_FAILURE.toSeconds(), e);
        await(AFTER_FAILURE);
      }
    }
  }

  private void await(Duration most) {
    try {
      if (running && wakeUps.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  /** Returns when the turn that is being taken has ended. */
  @Override
  public synchronized void stop() {
    running = false;
    wake();
    try {
      if (thread != null) {
        thread.join(LAST_TURN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the bindings have started, and before they stop. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 500;
  }
}
