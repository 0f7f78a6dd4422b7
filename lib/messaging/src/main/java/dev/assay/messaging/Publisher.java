// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Puts records on their topics. */
public interface Publisher {

  /**
   * Sends a record; records of one key arrive in the order in which they were sent.
   *
   * @return completes when the broker has the record. It fails with an {@link UnsendableException}
   *     if the broker will never take it, and with another {@link RuntimeException} if it did not:
   *     it may have it nevertheless
   */
  CompletableFuture<Void> publish(RawRecord record);

  /**
   * Returns when the broker has the record.
   *
   * @throws UnsendableException if the broker will never take it
   * @throws RuntimeException if it did not take it; it may have it nevertheless
   */
  default void publishNow(RawRecord record) {
    try {
      publish(record).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
