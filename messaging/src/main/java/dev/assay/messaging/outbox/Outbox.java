// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import dev.assay.messaging.Repeater;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where a transaction leaves the events that its commit publishes. */
public final class Outbox {

  private final JdbcClient jdbc;
  private final Repeater relay;

  Outbox(JdbcClient jdbc, Repeater relay) {
    this.jdbc = jdbc;
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
    jdbc.sql(
            """
            insert into outbox (topic, subject, caused_by, body)
            values (:topic, :subject, :causedBy, :body)
            """)
        .param("topic", Topic.of(event).name())
        .param("subject", event.subject())
        .param("causedBy", causedBy)
        .param("body", new String(EventCodec.encode(event), StandardCharsets.UTF_8))
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            relay.wake();
          }
        });
  }
}
