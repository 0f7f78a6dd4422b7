// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static dev.assay.verifier.out.EvidenceInserts.utc;

import dev.assay.contracts.Event;
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
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The evidence in PostgreSQL: a problem's row is locked while it is open. */
public final class JdbcEvidenceStore implements EvidenceStore {

  private static final int MOST_FOUND = 256;

  private final JdbcOperations operations;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final JdbcReferences references;
  private final SettledAnswers answers;
  private final KnownProblems problems = new KnownProblems();

  public JdbcEvidenceStore(
      JdbcOperations operations,
      TransactionTemplate transaction,
      Outbox outbox,
      JdbcReferences references,
      SettledAnswers answers) {
    this.operations = operations;
    this.jdbc = JdbcClient.create(operations);
    this.transaction = transaction;
    this.outbox = outbox;
    this.references = references;
    this.answers = answers;
  }

  @Override
  public void open(ProblemId id, List<Event> events, Consumer<OpenProblem> work) {
    open(id, opening -> Optional.of(opening.open(events)), work);
  }

  @Override
  public void openIfDue(ProblemId id, Instant now, Consumer<OpenProblem> work) {
    open(id, opening -> opening.openIfDue(now), work);
  }

  /** What a problem asks may be remembered as soon as its row has it for good. */
  private void open(
      ProblemId id, Function<Opening, Optional<OpenRow>> lock, Consumer<OpenProblem> work) {
    RoundTrip trip = new RoundTrip(operations);
    Optional<Problem> problem =
        transaction.execute(
            _ -> lock.apply(new Opening(trip, problems, id)).flatMap(row -> work(row, trip, work)));
    if (problem != null) {
      problem.ifPresent(problems::add);
    }
  }

  private Optional<Problem> work(OpenRow row, RoundTrip trip, Consumer<OpenProblem> work) {
    JdbcOpenProblem open = new JdbcOpenProblem(row, trip, outbox, references, answers);
    work.accept(open);
    open.close();
    return open.problem();
  }

  @Override
  public void delete(ProblemId id, Instant at) {
    transaction.executeWithoutResult(_ -> new EvidenceErasure(jdbc).erase(id, at));
    problems.remove(id);
    references.forget(id);
  }

  @Override
  public Evidence read(ProblemId id) {
    return EvidenceRows.sent(new RoundTrip(operations), id).evidence(0);
  }

  @Override
  public Optional<Problem> problem(ProblemId id) {
    return new Opening(new RoundTrip(operations), problems, id).read();
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
}
