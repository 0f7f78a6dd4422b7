// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static dev.assay.verifier.out.EvidenceInserts.utc;

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
import dev.assay.selection.GroupMembership;
import dev.assay.verifier.core.OpenProblem;
import dev.assay.verifier.core.OutcomeState;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** One problem's rows, while the transaction that has locked them lasts. */
final class JdbcOpenProblem implements OpenProblem {

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final SettledAnswers answers;
  private final ProblemId id;
  private final EvidenceInserts inserts;
  private final ComparisonRows comparisons;
  private final OutcomeRows outcomes;
  private Optional<Problem> problem;
  private boolean settled;
  private @Nullable Integer attemptsAsked;

  JdbcOpenProblem(
      JdbcClient jdbc,
      Outbox outbox,
      SettledAnswers answers,
      ProblemId id,
      Optional<Problem> problem,
      boolean settled,
      @Nullable Integer attemptsAsked) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.answers = answers;
    this.id = id;
    this.inserts = new EvidenceInserts(jdbc, id);
    this.comparisons = new ComparisonRows(jdbc, id);
    this.outcomes = new OutcomeRows(jdbc, id);
    this.problem = problem;
    this.settled = settled;
    this.attemptsAsked = attemptsAsked;
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
  public List<Event> admit(List<Event> events) {
    Map<String, Event> byId = new LinkedHashMap<>();
    events.forEach(event -> byId.putIfAbsent(event.eventId(), event));
    Set<String> fresh =
        new HashSet<>(
            sql("""
                insert into inbox (problem_id, event_id) select :problem, unnest(:events)
                on conflict do nothing returning event_id
                """)
                .param("events", byId.keySet().toArray(String[]::new))
                .query(String.class)
                .list());
    return byId.entrySet().stream()
        .filter(each -> fresh.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public void register(Problem arrived) {
    if (problem.isPresent()) {
      return;
    }
    sql("update problem set body = cast(:body as json), deadline = :deadline where id = :problem")
        .param("body", Json.mapper().writeValueAsString(arrived))
        .param("deadline", utc(arrived.deadline()))
        .update();
    problem = Optional.of(arrived);
  }

  @Override
  public void add(Solution outcome, boolean accepted, Usage spent) {
    inserts.add(outcome, accepted, spent, problem.orElseThrow().policy().verifications());
  }

  @Override
  public void keep(Solution draft, Usage spent) {
    inserts.keep(draft, spent);
  }

  @Override
  public boolean expects(VerificationId verification) {
    SolutionId solution = verification.solution();
    return sql("""
        select not exists (
            select from solution
            where problem_id = :problem and attempt = :attempt and revision = :revision
                and asked <= :number)
        """)
        .param("attempt", solution.attempt().number())
        .param("revision", solution.revision())
        .param("number", verification.number())
        .query(Boolean.class)
        .single();
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
  }

  @Override
  public Evidence evidence() {
    return new EvidenceRows(jdbc, id).evidence(Objects.requireNonNullElse(attemptsAsked, 0));
  }

  @Override
  public void group(Collection<FinalSolution> solutions) {
    for (FinalSolution solution : solutions) {
      GroupMembership membership = Objects.requireNonNull(solution.membership());
      sql("""
          update solution
          set answer_group = :group, differs_from = :differsFrom, repeats = :repeats
          where problem_id = :problem and attempt = :attempt
          """)
          .param("group", membership.group())
          .param("differsFrom", membership.differsFrom().toArray(Integer[]::new))
          .param("repeats", solution.repeats())
          .param("attempt", solution.id().attempt().number())
          .update();
    }
  }

  @Override
  public boolean planned() {
    return attemptsAsked != null;
  }

  @Override
  public int countAttempts(int more) {
    int before = Objects.requireNonNullElse(attemptsAsked, 0);
    attemptsAsked = before + more;
    sql("update problem set attempts_asked = :asked where id = :problem")
        .param("asked", attemptsAsked)
        .update();
    return before;
  }

  @Override
  public Counted countVerdicts(SolutionId solution, int more) {
    return sql("""
        update solution s set asked = asked + :more
        where problem_id = :problem and attempt = :attempt and revision = :revision
        returning asked, outcome,
            (select returned from outcome o
                where o.problem_id = s.problem_id and o.attempt = s.attempt) as returned,
            (select made from outcome o
                where o.problem_id = s.problem_id and o.attempt = s.attempt) as made
        """)
        .param("attempt", solution.attempt().number())
        .param("revision", solution.revision())
        .param("more", more)
        .query(
            (row, _) ->
                new Counted(
                    row.getInt("asked") - more,
                    more,
                    Json.mapper().readValue(row.getString("outcome"), Solution.class),
                    OutcomeRows.state(row)))
        .single();
  }

  @Override
  public void settle(Answer answer, @Nullable String causedBy) {
    int rows =
        sql("""
            update problem
            set state = 'settled', settled_at = :at, answer = cast(:answer as json)
            where id = :problem and state = 'open'
            """)
            .param("at", utc(answer.settledAt()))
            .param("answer", Json.mapper().writeValueAsString(answer))
            .update();
    if (rows == 1) {
      outbox.add(new Settled(id, answer), causedBy);
      answers.add(id, answer);
      sql("delete from inbox where problem_id = :problem").update();
      sql("delete from draft where problem_id = :problem").update();
      sql("update outcome set made = null where problem_id = :problem").update();
      close(answer);
    }
    settled = true;
  }

  /** An answer without groups leaves nothing to select again. */
  private void close(Answer answer) {
    sql("""
        update solution
        set outcome = null, answer_group = case when :grouped then answer_group end
        where problem_id = :problem
        """)
        .param("grouped", !answer.groups().isEmpty())
        .update();
  }

  @Override
  public void publish(Event event, @Nullable String causedBy) {
    outbox.add(event, causedBy);
  }

  private StatementSpec sql(String text) {
    return jdbc.sql(text).param("problem", id.value());
  }
}
