// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.ProblemId;
import dev.assay.gateway.core.Deletions;
import dev.assay.gateway.core.Problems;
import dev.assay.messaging.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes the rows of problems from PostgreSQL; that it was done leaves through the outbox. */
public final class JdbcDeletions implements Deletions {

  /** Few at a time: each may have thousands of events. */
  private static final int BATCH = 50;

  private static final Duration EVERY = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final Problems problems;
  private final ProblemErasure erasure;

  public JdbcDeletions(
      JdbcClient jdbc,
      TransactionOperations transaction,
      Outbox outbox,
      Problems problems,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.problems = problems;
    this.erasure = new ProblemErasure(jdbc, outbox, clock);
  }

  @Override
  public Deletion delete(ProblemId id, Instant now) {
    return Objects.requireNonNull(
        transaction.execute(
            _ ->
                jdbc.sql("select status from problem where id = :id for update")
                    .param("id", id.value())
                    .query(String.class)
                    .optional()
                    .map(status -> status.equals("settled") ? erased(id) : wanted(id, now))
                    .orElseGet(
                        () -> deletedAt(id).isPresent() ? Deletion.DELETED : Deletion.UNKNOWN)));
  }

  private Deletion erased(ProblemId id) {
    erasure.erase(id);
    return Deletion.DELETED;
  }

  private Deletion wanted(ProblemId id, Instant now) {
    problems.cancel(id, now);
    jdbc.sql(
            """
            update problem set delete_requested_at = coalesce(delete_requested_at, :now)
            where id = :id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
    return Deletion.REQUESTED;
  }

  @Override
  public Optional<Instant> deletedAt(ProblemId id) {
    return erasure.deletedAt(id);
  }

  /**
   * Deletes a batch of what a replica of the build before has settled and left, and says when to do
   * it again.
   */
  public Duration sweep() {
    int erased = Objects.requireNonNull(transaction.execute(_ -> erasure.eraseLeft(BATCH)));
    return erased == BATCH ? Duration.ZERO : EVERY;
  }
}
