// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent;
import dev.assay.contracts.ProblemId;
import dev.assay.gateway.core.ProblemChanges;
import dev.assay.gateway.core.ProblemNews;
import dev.assay.gateway.core.Problems;
import dev.assay.gateway.core.RecordedEvent;
import dev.assay.gateway.core.StoredProblem;
import dev.assay.messaging.outbox.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps problems in PostgreSQL; what is made known leaves through the outbox. */
public final class JdbcProblems implements Problems {

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final Outbox outbox;
  private final EventPages pages;
  private final ProblemErasure erasure;
  private final EventRecorder recording;
  private final ProblemChanges changes;

  public JdbcProblems(
      JdbcClient jdbc,
      TransactionOperations transaction,
      Outbox outbox,
      ProblemChanges changes,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.outbox = outbox;
    this.changes = changes;
    this.pages = new EventPages(jdbc);
    this.erasure = new ProblemErasure(jdbc, outbox, clock);
    this.recording = new EventRecorder(jdbc, pages, erasure, clock);
  }

  @Override
  public Added add(Problem problem, @Nullable String key, String requestHash) {
    return inTransaction(
        () -> {
          if (insert(problem, key, requestHash)) {
            outbox.add(new ProblemEvent.Submitted(problem), null);
            return new Added(StoredProblem.fresh(problem), true, requestHash);
          }
          return addedBefore(Objects.requireNonNull(key)).orElseThrow();
        });
  }

  /** Of two at once the second waits here for the first to commit. */
  private boolean insert(Problem problem, @Nullable String key, String requestHash) {
    return jdbc.sql(
                """
                insert into problem
                    (id, question, kind, reference, policy, submitted_at, deadline, idempotency_key,
                     request_hash)
                values (:id, :question, :kind, :reference, :policy::jsonb, :submittedAt, :deadline, :key, :hash)
                on conflict (idempotency_key) do nothing
                """)
            .param("id", problem.id().value())
            .param("question", problem.question())
            .param("kind", problem.kind() == null ? null : problem.kind().name())
            .param("reference", problem.reference())
            .param("policy", Jsonb.write(problem.policy()))
            .param("submittedAt", problem.submittedAt().atOffset(ZoneOffset.UTC))
            .param("deadline", problem.deadline().atOffset(ZoneOffset.UTC))
            .param("key", key)
            .param("hash", requestHash)
            .update()
        == 1;
  }

  @Override
  public Optional<Added> addedBefore(String key) {
    return jdbc.sql("select id, request_hash from problem where idempotency_key = :key")
        .param("key", key)
        .query((row, _) -> new Request(ProblemRows.id(row), row.getString("request_hash")))
        .optional()
        .map(request -> new Added(find(request.made()).orElseThrow(), false, request.hash()));
  }

  /** What a key was used for. */
  private record Request(ProblemId made, String hash) {}

  @Override
  public Optional<StoredProblem> find(ProblemId id) {
    return findNewer(id, -1);
  }

  @Override
  public Optional<StoredProblem> findNewer(ProblemId id, long seq) {
    Optional<Found> found = read(id, seq);
    if (found.isPresent() && found.get().behind()) {
      transaction.executeWithoutResult(_ -> recording.count(id));
      found = read(id, seq);
    }
    return found.map(Found::problem);
  }

  @Override
  public Map<ProblemId, Long> lastSeqs(Set<ProblemId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : jdbc
            .sql("select id, last_seq from problem where id = any(:ids)")
            .param("ids", ids.stream().map(ProblemId::value).toArray(UUID[]::new))
            .query((row, _) -> Map.entry(ProblemRows.id(row), row.getLong("last_seq")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Optional<Found> read(ProblemId id, long seq) {
    return jdbc.sql(ProblemRows.SELECT_PROBLEM + " where id = :id and last_seq > :seq")
        .param("id", id.value())
        .param("seq", seq)
        .query((row, _) -> new Found(ProblemRows.problem(row), ProblemRows.behind(row)))
        .optional();
  }

  /**
   * A row as it is.
   *
   * @param behind whether its progress is yet to be counted
   */
  private record Found(StoredProblem problem, boolean behind) {}

  @Override
  public List<RecordedEvent> events(StoredProblem problem, long after) {
    return pages.read(problem.problem(), after, problem.lastSeq());
  }

  @Override
  public List<RecordedEvent> events(StoredProblem problem, int attempt, long after) {
    return pages.read(problem.problem(), attempt, after, problem.lastSeq());
  }

  @Override
  public List<Integer> attempts(ProblemId id) {
    return jdbc.sql("select tally from problem where id = :id")
        .param("id", id.value())
        .query((row, _) -> LockedProblem.attempts(row))
        .optional()
        .map(attempts -> attempts.keySet().stream().sorted().toList())
        .orElse(List.of());
  }

  @Override
  public Cancellation cancel(ProblemId id, Instant now) {
    return inTransaction(
        () ->
            jdbc.sql(ProblemRows.SELECT_PROBLEM + " where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> ProblemRows.problem(row))
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
    changes.announce(
        inTransaction(
            () -> {
              Map<ProblemId, ProblemNews> news = recording.record(events);
              eraseGivenUp(news);
              return news;
            }));
  }

  /** Only what was given up can be wanted deleted: hardly ever anything. */
  private void eraseGivenUp(Map<ProblemId, ProblemNews> news) {
    List<ProblemId> ended =
        news.entrySet().stream()
            .filter(each -> each.getValue().answer() != null)
            .filter(each -> each.getValue().cancelRequestedAt() != null)
            .map(Map.Entry::getKey)
            .toList();
    if (!ended.isEmpty()) {
      erasure.eraseWanted(ended);
    }
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }
}
