// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.contracts.Event;
import dev.assay.messaging.Causes;
import dev.assay.messaging.Envelope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a transaction leaves the events that its commit publishes. They are written by its last
 * statement, all together, and published as soon as they are committed.
 */
public final class Outbox {

  private final OutboxTable table;
  private final Departures departures;
  private final Runnable wake;

  /**
   * @param wake has what has arrived at the broker deleted, before long
   */
  Outbox(OutboxTable table, Departures departures, Runnable wake) {
    this.table = table;
    this.departures = departures;
    this.wake = wake;
  }

  /**
   * Adds an event to the current transaction.
   *
   * @param causedBy id of the event that led to this one, or null if a caller did
   * @throws IllegalStateException outside a transaction
   */
  public void add(Event event, @Nullable String causedBy) {
    add(event, Causes.envelope(event, causedBy));
  }

  void add(Event event, Envelope envelope) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("no transaction (expected: one that decides the event)");
    }
    current().rows.add(NewRow.of(event, envelope));
  }

  /** What the current transaction leaves here. */
  private Leaving current() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(each -> each instanceof Leaving leaving && leaving.outbox() == this)
        .map(Leaving.class::cast)
        .findFirst()
        .orElseGet(this::begin);
  }

  private Leaving begin() {
    Leaving leaving = new Leaving();
    TransactionSynchronizationManager.registerSynchronization(leaving);
    return leaving;
  }

  /** The rows of one transaction. */
  private final class Leaving implements TransactionSynchronization {

    private final List<NewRow> rows = new ArrayList<>();
    private List<Long> ids = List.of();

    Outbox outbox() {
      return Outbox.this;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      ids = table.add(rows);
      departures.announce(ids);
    }

    @Override
    public void afterCommit() {
      if (departures.depart(ids, rows)) {
        wake.run();
      }
    }

    @Override
    public void afterCompletion(int status) {
      if (status != STATUS_COMMITTED) {
        departures.cancel(ids);
      }
    }
  }
}
