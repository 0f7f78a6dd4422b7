// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.contracts.Event;
import dev.assay.messaging.DatabaseFailures;
import dev.assay.messaging.DeadLetters;
import dev.assay.messaging.outbox.Undeliverable.Lost;
import dev.assay.text.PlainText;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes rows out of the outbox that can never be published: each becomes a dead letter, and the
 * outbox's owner says what takes its place.
 */
final class HopelessRows {

  private static final Logger LOG = LoggerFactory.getLogger(HopelessRows.class);
  private static final String GROUP = "outbox";

  /** Characters, of a text that a newer build or a broker wrote. */
  private static final int LONGEST_REASON = 1_024;

  private final OutboxTable table;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final DeadLetters deadLetters;
  private final Undeliverable owner;

  HopelessRows(
      OutboxTable table,
      Outbox outbox,
      TransactionTemplate transaction,
      DeadLetters deadLetters,
      Undeliverable owner) {
    this.table = table;
    this.outbox = outbox;
    this.transaction = transaction;
    this.deadLetters = deadLetters;
    this.owner = owner;
  }

  /** The owner failed, and would again. */
  private static final class OwnerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OwnerFailedException(RuntimeException cause) {
      super(cause);
    }
  }

  /**
   * A transaction for each row. A database or a broker that is away keeps the row; an owner who
   * fails for another reason does not, or the row would come back for ever.
   */
  void remove(Hopeless row) {
    try {
      transaction.executeWithoutResult(_ -> remove(row, true));
    } catch (OwnerFailedException e) {
      LOG.error("nobody can be told of row {} of the outbox, which is lost", row.id(), e);
      transaction.executeWithoutResult(_ -> remove(row, false));
    }
  }

  private void remove(Hopeless hopeless, boolean told) {
    table.lock(hopeless.id()).ifPresent(row -> remove(row, hopeless.reason(), told));
  }

  private void remove(OutboxRow row, String reason, boolean told) {
    if (told) {
      replacements(row, PlainText.line(reason, LONGEST_REASON))
          .forEach(event -> outbox.add(event, row.envelope(event)));
    }
    table.delete(List.of(row.id()));
    deadLetters.add(row.remains(), GROUP, reason);
  }

  private List<? extends Event> replacements(OutboxRow row, String reason) {
    try {
      return owner.replace(new Lost(row.topic(), row.subject(), row.event(), reason));
    } catch (RuntimeException e) {
      throw DatabaseFailures.passes(e) ? e : new OwnerFailedException(e);
    }
  }
}
