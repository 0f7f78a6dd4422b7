// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent;
import dev.assay.contracts.ProblemId;
import dev.assay.gateway.core.Changes;
import dev.assay.gateway.core.Problems;
import dev.assay.gateway.core.RecordedEvent;
import dev.assay.gateway.core.StoredProblem;
import dev.assay.messaging.outbox.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps problems in PostgreSQL; what is made known leaves through the outbox. */
public final class JdbcProblems implements Problems {

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final Outbox outbox;
  private final Recording recording;
  private final Changes changes;

  public JdbcProblems(
      JdbcClient jdbc,
      TransactionOperations transaction,
      Outbox outbox,
      Changes changes,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.outbox = outbox;
    this.changes = changes;
    this.recording = new Recording(jdbc, clock);
  }

  @Override
  public Added add(Problem problem, @Nullable String key, String requestHash) {
    return inTransaction(
        () -> {
          if (insert(problem, key, requestHash)) {
            outbox.add(new ProblemEvent.Submitted(problem), null);
            return new Added(new StoredProblem(problem, null, null, null, 0), true, requestHash);
          }
          return addedBefore(Objects.requireNonNull(key));
        });
  }

  /** Of two at once the second waits here for the first to commit. */
  private boolean insert(Problem problem, @Nullable String key, String requestHash) {
    return jdbc.sql(
                """
                insert into problem
                    (id, question, policy, submitted_at, deadline, idempotency_key, request_hash)
                values (:id, :question, :policy::jsonb, :submittedAt, :deadline, :key, :hash)
                on conflict (idempotency_key) do nothing
                """)
            .param("id", problem.id().value())
            .param("question", problem.question())
            .param("policy", Jsonb.write(problem.policy()))
            .param("submittedAt", problem.submittedAt().atOffset(ZoneOffset.UTC))
            .param("deadline", problem.deadline().atOffset(ZoneOffset.UTC))
            .param("key", key)
            .param("hash", requestHash)
            .update()
        == 1;
  }

  private Added addedBefore(String key) {
    return jdbc.sql(Rows.SELECT_PROBLEM + " where idempotency_key = :key")
        .param("key", key)
        .query((row, _) -> new Added(Rows.problem(row), false, row.getString("request_hash")))
        .single();
  }

  @Override
  public Optional<StoredProblem> find(ProblemId id) {
    return jdbc.sql(Rows.SELECT_PROBLEM + " where id = :id")
        .param("id", id.value())
        .query((row, _) -> Rows.problem(row))
        .optional();
  }

  @Override
  public List<RecordedEvent> events(ProblemId id, long after) {
    return jdbc.sql(
            """
            select seq, type, recorded_at, body from event
            where problem_id = :id and seq > :after order by seq
            """)
        .param("id", id.value())
        .param("after", after)
        .query((row, _) -> Rows.event(row))
        .list();
  }

  @Override
  public Cancellation cancel(ProblemId id, Instant now) {
    return inTransaction(
        () ->
            jdbc.sql(Rows.SELECT_PROBLEM + " where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> Rows.problem(row))
                .optional()
                .map(problem -> cancel(problem, now))
                .orElse(Cancellation.UNKNOWN));
  }

  private Cancellation cancel(StoredProblem problem, Instant now) {
    if (problem.settled()) {
      return Cancellation.SETTLED_BEFORE;
    }
    if (problem.cancelRequestedAt() != null) {
      return Cancellation.REQUESTED_BEFORE;
    }
    jdbc.sql("update problem set cancel_requested_at = :now where id = :id")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", problem.problem().id().value())
        .update();
    outbox.add(new ProblemEvent.Cancelled(problem.problem()), null);
    return Cancellation.REQUESTED;
  }

  @Override
  public void record(List<Event> events) {
    changes.announce(inTransaction(() -> recording.record(events)));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }
}
