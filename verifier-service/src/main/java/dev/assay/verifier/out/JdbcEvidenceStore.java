// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static dev.assay.verifier.out.EvidenceInserts.utc;

import dev.assay.contracts.Json;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.messaging.outbox.Outbox;
import dev.assay.selection.Evidence;
import dev.assay.verifier.core.EvidenceStore;
import dev.assay.verifier.core.OpenProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The evidence in PostgreSQL: a problem's row is locked while it is open. */
public final class JdbcEvidenceStore implements EvidenceStore {

  private static final int MOST_FOUND = 256;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final SettledAnswers answers;

  public JdbcEvidenceStore(
      JdbcClient jdbc, TransactionTemplate transaction, Outbox outbox, SettledAnswers answers) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.outbox = outbox;
    this.answers = answers;
  }

  /** A problem's row: its body is null while only mentions of it have arrived. */
  private record Row(@Nullable String body, String state, @Nullable Integer attemptsAsked) {

    Optional<Problem> problem() {
      return Optional.ofNullable(body).map(text -> Json.mapper().readValue(text, Problem.class));
    }
  }

  @Override
  public void open(ProblemId id, Consumer<OpenProblem> work) {
    transaction.executeWithoutResult(
        _ -> {
          Row row = lock(id).orElseGet(() -> mention(id));
          work.accept(problem(id, row));
        });
  }

  @Override
  public void openIfDue(ProblemId id, Instant now, Consumer<OpenProblem> work) {
    transaction.executeWithoutResult(
        _ ->
            jdbc.sql(
                    """
                    select body, state, attempts_asked from problem
                    where id = :id and state = 'open' and deadline <= :now
                    for update skip locked
                    """)
                .param("id", id.value())
                .param("now", utc(now))
                .query(Row.class)
                .optional()
                .ifPresent(row -> work.accept(problem(id, row))));
  }

  @Override
  public Evidence read(ProblemId id) {
    return new EvidenceRows(jdbc, id).evidence(0);
  }

  @Override
  public Optional<Problem> problem(ProblemId id) {
    return jdbc.sql("select body, state, attempts_asked from problem where id = :id")
        .param("id", id.value())
        .query(Row.class)
        .optional()
        .flatMap(Row::problem);
  }

  @Override
  public List<ProblemId> due(Instant now) {
    return jdbc
        .sql(
            """
            select id from problem where state = 'open' and deadline <= :now
            order by deadline limit :most
            """)
        .param("now", utc(now))
        .param("most", MOST_FOUND)
        .query(UUID.class)
        .list()
        .stream()
        .map(ProblemId::new)
        .toList();
  }

  @Override
  public List<ProblemId> unplanned() {
    return jdbc
        .sql(
            """
            select id from problem
            where state = 'open' and body is not null and attempts_asked is null
            limit :most
            """)
        .param("most", MOST_FOUND)
        .query(UUID.class)
        .list()
        .stream()
        .map(ProblemId::new)
        .toList();
  }

  @Override
  public void forgetStrays(Instant firstSeenBefore) {
    jdbc.sql("delete from problem where body is null and first_seen < :before")
        .param("before", utc(firstSeenBefore))
        .update();
  }

  private Optional<Row> lock(ProblemId id) {
    return jdbc.sql("select body, state, attempts_asked from problem where id = :id for update")
        .param("id", id.value())
        .query(Row.class)
        .optional();
  }

  /** Makes a row to lock, so that a first event and its rivals take turns too. */
  private Row mention(ProblemId id) {
    jdbc.sql("insert into problem (id) values (:id) on conflict do nothing")
        .param("id", id.value())
        .update();
    return lock(id).orElseThrow();
  }

  private JdbcOpenProblem problem(ProblemId id, Row row) {
    return new JdbcOpenProblem(
        jdbc,
        outbox,
        answers,
        id,
        row.problem(),
        row.state().equals("settled"),
        row.attemptsAsked());
  }
}
