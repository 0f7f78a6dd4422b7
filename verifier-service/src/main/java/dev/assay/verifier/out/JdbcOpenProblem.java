// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AnswerEvent.Settled;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.contracts.VerificationId;
import dev.assay.messaging.outbox.Outbox;
import dev.assay.selection.AnswerPair;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import dev.assay.verifier.core.OpenProblem;
import dev.assay.verifier.core.OutcomeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * One problem's rows, while the transaction that has locked them lasts. What is written goes to the
 * database with what is read next, or with the end.
 */
final class JdbcOpenProblem implements OpenProblem {

  private static final Sql COUNT_VERDICTS =
      Sql.of(
          """
          update solution s set asked = asked + :more
          where problem_id = :problem and attempt = :attempt and revision = :revision
          returning asked, outcome,
              (select returned from outcome o
                  where o.problem_id = s.problem_id and o.attempt = s.attempt) as returned,
              (select made from outcome o
                  where o.problem_id = s.problem_id and o.attempt = s.attempt) as made
          """);

  private final Outbox outbox;
  private final JdbcReferences references;
  private final SettledAnswers answers;
  private final ProblemId id;
  private final List<Event> fresh;
  private final RoundTrip trip;
  private final KnownSolutions known;
  private final EvidenceInserts inserts;
  private final ProblemUpdates updates;
  private final ComparisonRows comparisons;
  private final OutcomeRows outcomes;
  private Optional<Problem> problem;
  private boolean settled;
  private @Nullable Integer attemptsAsked;

  JdbcOpenProblem(
      OpenRow row,
      RoundTrip trip,
      Outbox outbox,
      JdbcReferences references,
      SettledAnswers answers) {
    this.outbox = outbox;
    this.references = references;
    this.answers = answers;
    this.id = row.id();
    this.fresh = row.fresh();
    this.trip = trip;
    this.known = row.solutions();
    this.inserts = new EvidenceInserts(trip, id);
    this.updates = new ProblemUpdates(inserts);
    this.comparisons = new ComparisonRows(trip.client(), id);
    this.outcomes = new OutcomeRows(trip.client(), id);
    this.problem = row.problem();
    this.settled = row.settled();
    this.attemptsAsked = row.attemptsAsked();
  }

  @Override
  public boolean settled() {
    return settled;
  }

  @Override
  public Optional<Problem> problem() {
    return problem;
  }

  @Override
  public List<Event> fresh() {
    return fresh;
  }

  @Override
  public void register(Problem arrived) {
    if (problem.isEmpty()) {
      updates.register(arrived);
      problem = Optional.of(arrived);
    }
  }

  @Override
  public void add(Solution outcome, boolean accepted, Usage spent) {
    inserts.add(outcome, accepted, spent, problem.orElseThrow().policy().verifications());
    known.arrive(outcome);
  }

  @Override
  public void keep(Solution draft, Usage spent) {
    inserts.keep(draft, spent);
  }

  @Override
  public boolean expects(VerificationId verification) {
    if (!known.current()) {
      evidence();
    }
    return known.expects(verification.solution(), verification.number());
  }

  @Override
  public void add(Returned returned) {
    inserts.add(returned);
  }

  @Override
  public void add(Abandoned abandoned) {
    inserts.add(abandoned);
  }

  @Override
  public void add(Compared comparison) {
    comparisons.add(comparison);
  }

  @Override
  public void countComparison(AnswerPair pair) {
    comparisons.count(pair);
  }

  @Override
  public void contradict(AnswerPair pair) {
    comparisons.contradict(pair);
  }

  @Override
  public Optional<Counted> add(Summarised outcome) {
    boolean awaited = outcomes.state(outcome.solution()) instanceof OutcomeState.Awaited;
    outcomes.add(outcome);
    known.reduce(outcome.solution());
    return awaited ? Optional.of(waiting(outcome.solution())) : Optional.empty();
  }

  /** All that were asked for. */
  private Counted waiting(SolutionId solution) {
    Counted counted = countVerdicts(solution, 0);
    return new Counted(0, counted.first(), counted.solution(), counted.outcome());
  }

  @Override
  public void countOutcome(SolutionId solution) {
    outcomes.count(solution);
    known.reduce(solution);
  }

  @Override
  public Evidence evidence() {
    inserts.writeVerdicts();
    EvidenceRows rows = EvidenceRows.sent(trip, id);
    known.read(rows.known());
    return rows.evidence(Objects.requireNonNullElse(attemptsAsked, 0));
  }

  @Override
  public void group(Collection<FinalSolution> solutions) {
    if (!solutions.isEmpty()) {
      updates.group(solutions);
    }
  }

  @Override
  public boolean planned() {
    return attemptsAsked != null;
  }

  @Override
  public int countAttempts(int more) {
    int before = Objects.requireNonNullElse(attemptsAsked, 0);
    if (attemptsAsked == null || more > 0) {
      attemptsAsked = before + more;
      updates.countAttempts(attemptsAsked);
    }
    return before;
  }

  @Override
  public Counted countVerdicts(SolutionId solution, int more) {
    return known
        .untouched(solution)
        .map(
            arrived -> {
              updates.countVerdicts(solution, more);
              int first = known.count(solution, more);
              return new Counted(first, more, arrived, new OutcomeState.Unasked());
            })
        .orElseGet(() -> readAndCountVerdicts(solution, more));
  }

  private Counted readAndCountVerdicts(SolutionId solution, int more) {
    inserts.writeVerdicts();
    List<Counted> counted =
        trip.query(
            COUNT_VERDICTS,
            new MapSqlParameterSource("problem", id.value())
                .addValue("attempt", solution.attempt().number())
                .addValue("revision", solution.revision())
                .addValue("more", more),
            (row, _) -> counted(row, more));
    trip.send();
    known.count(solution, more);
    return counted.getFirst();
  }

  private static Counted counted(ResultSet row, int more) throws SQLException {
    return new Counted(
        row.getInt("asked") - more,
        more,
        Json.mapper().readValue(row.getString("outcome"), Solution.class),
        OutcomeRows.state(row));
  }

  @Override
  public void settle(Answer answer, @Nullable String causedBy) {
    if (!settled) {
      updates.settle(answer);
      outbox.add(new Settled(id, answer), causedBy);
      answers.add(id, answer);
      settled = true;
    }
  }

  @Override
  public void publish(Event event, @Nullable String causedBy) {
    outbox.add(references.sent(event), causedBy);
  }

  /** Writes what is still to be written. */
  void close() {
    inserts.writeVerdicts();
    trip.send();
  }
}
