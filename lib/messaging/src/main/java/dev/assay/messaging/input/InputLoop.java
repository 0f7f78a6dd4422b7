// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;

/**
 * The thread of an input, which alone uses its consumer. A consumer that has failed makes room for
 * a new one: a broker that is away comes back, and rights that are missing are granted.
 */
final class InputLoop implements Lifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(InputLoop.class);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  /** Longer than a turn takes to notice that it is the last. */
  private static final Duration LAST_TURN = Duration.ofSeconds(30);

  private final String name;
  private final Supplier<Consumer<byte[], byte @Nullable []>> consumers;
  private final Input input;
  private volatile boolean running;
  private volatile @Nullable Consumer<byte[], byte @Nullable []> current;
  private @Nullable Thread thread;

  /** What an input does with its consumer. */
  interface Input {

    /** Subscribes, or is assigned. */
    void begin(Consumer<byte[], byte @Nullable []> consumer);

    /** Polls once, and does what there is to do. */
    void turn(Consumer<byte[], byte @Nullable []> consumer);

    /** Leaves everything as the next one is to find it. */
    void end(Consumer<byte[], byte @Nullable []> consumer);
  }

  InputLoop(String name, Supplier<Consumer<byte[], byte @Nullable []>> consumers, Input input) {
    this.name = name;
    this.consumers = consumers;
    this.input = input;
  }

  @Override
  public synchronized void start() {
    running = true;
    thread = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  private void run() {
    while (running) {
      try {
        Consumer<byte[], byte @Nullable []> consumer = consumers.get();
        current = consumer;
        runWith(consumer);
      } catch (RuntimeException | StackOverflowError e) {
        failed(e);
      } finally {
        current = null;
      }
    }
  }

  private void runWith(Consumer<byte[], byte @Nullable []> consumer) {
    try {
      input.begin(consumer);
      while (running) {
        turn(consumer);
      }
      input.end(consumer);
    } finally {
      // A broker that is away must not hold up the end of the process.
      consumer.close(CloseOptions.timeout(LAST_WORDS));
    }
  }

  private void turn(Consumer<byte[], byte @Nullable []> consumer) {
    try {
      input.turn(consumer);
    } catch (WakeupException e) {
      // Somebody wants the loop to look whether it still runs.
      LOG.trace("{} was woken", name);
    }
  }

  private void failed(Throwable failure) {
    if (failure instanceof InterruptException) {
      running = false;
    }
    if (running) {
      LOG.warn("{} failed, beginning anew in {} s", name, AFTER_FAILURE.toSeconds(), failure);
      try {
        Thread.sleep(AFTER_FAILURE);
      } catch (InterruptedException e) {
        running = false;
      }
    }
  }

  /** Returns when the turn that is being taken has ended, and what it left is in order. */
  @Override
  public synchronized void stop() {
    running = false;
    Consumer<byte[], byte @Nullable []> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
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
}
