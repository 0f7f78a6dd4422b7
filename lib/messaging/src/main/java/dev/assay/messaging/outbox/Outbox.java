// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.contracts.Event;
import dev.assay.messaging.Causes;
import dev.assay.messaging.Repeater;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where a transaction leaves the events that its commit publishes. */
public final class Outbox {

  private final OutboxTable table;
  private final Repeater relay;

  Outbox(OutboxTable table, Repeater relay) {
    this.table = table;
    this.relay = relay;
  }

  /**
   * Adds an event to the current transaction.
   *
   * @param causedBy id of the event that led to this one, or null if a caller did
   * @throws IllegalStateException outside a transaction
   */
  public void add(Event event, @Nullable String causedBy) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("no transaction (expected: one that decides the event)");
    }
    table.add(event, Causes.envelope(event, causedBy));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            relay.wake();
          }
        });
  }
}
