// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something with the broker until that has succeeded: what was bought is kept in hand while
 * the broker is away, and not bought again.
 */
final class Insisting {

  private static final Logger LOG = LoggerFactory.getLogger(Insisting.class);

  private final Duration first;
  private final Duration longest;

  /**
   * @param first how long to wait after the first failure; twice as long after each further one
   * @param longest how long to wait at the most
   */
  Insisting(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  /**
   * Returns when it has succeeded.
   *
   * @throws IllegalStateException if the process is stopping
   * @throws RuntimeException any failure that is not one of the road to the broker
   */
  void on(Runnable attempt) {
    Duration wait = first;
    while (true) {
      try {
        attempt.run();
        return;
      } catch (KafkaException e) {
        LOG.warn("the broker did not take a record, trying again in {}: {}", wait, e.toString());
        sleep(wait);
        Duration doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(longest) < 0 ? doubled : longest;
      }
    }
  }

  private static void sleep(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a record was to be published", e);
    }
  }
}
