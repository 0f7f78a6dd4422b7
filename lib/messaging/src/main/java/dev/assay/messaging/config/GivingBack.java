// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.config;

import dev.assay.messaging.SettledProblems;
import dev.assay.messaging.input.KafkaBinder;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The end of a process that has work in its hand: its inputs have stopped and lent the work to
 * others; it may end here for a while, and what does not is hung up on and given back.
 */
final class GivingBack implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(GivingBack.class);

  /** To hang up, and to say so. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final KafkaBinder inputs;
  private final SettledProblems underWay;
  private final Producer<byte[], byte[]> producer;
  private final Duration patience;
  private volatile boolean running;

  /**
   * @param patience how long what is in hand may take to end
   */
  GivingBack(
      KafkaBinder inputs,
      SettledProblems underWay,
      Producer<byte[], byte[]> producer,
      Duration patience) {
    this.inputs = inputs;
    this.underWay = underWay;
    this.producer = producer;
    this.patience = patience;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    try {
      if (!inputs.awaitEnd(patience)) {
        underWay.giveBack();
        if (!inputs.awaitEnd(LAST_WORDS)) {
          LOG.warn("some work did not end, and is left to whoever takes it up");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // By itself it would wait for a broker that is away for as long as for one that is slow.
    producer.close(LAST_WORDS);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops after the bindings. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 3_001;
  }
}
