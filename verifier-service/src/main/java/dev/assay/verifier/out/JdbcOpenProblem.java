// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static dev.assay.verifier.out.JdbcEvidenceStore.utc;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AnswerEvent.Settled;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationId;
import dev.assay.messaging.outbox.Outbox;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import dev.assay.selection.GroupMembership;
import dev.assay.verifier.core.OpenProblem;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
  private final ProblemId id;
  private Optional<Problem> problem;
  private boolean settled;
  private @Nullable Integer attemptsAsked;

  JdbcOpenProblem(
      JdbcClient jdbc,
      Outbox outbox,
      ProblemId id,
      Optional<Problem> problem,
      boolean settled,
      @Nullable Integer attemptsAsked) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.id = id;
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
    with(
            spent,
            sql(
                """
                insert into solution (problem_id, attempt, revision, answer, accepted, tokens,
                    calls, prompt_tokens, completion_tokens, millis, outcome, asked)
                values (:problem, :attempt, :revision, :answer, :accepted, :tokens,
                    :calls, :promptTokens, :completionTokens, :millis, cast(:outcome as json),
                    -- Verdicts that overtook it, where a topic is read again, were asked for.
                    (select count(*) from verdict where problem_id = :problem
                        and attempt = :attempt and revision = :revision and number < :most))
                on conflict do nothing
                """))
        .param("attempt", outcome.id().attempt().number())
        .param("revision", outcome.id().revision())
        .param("answer", clean(EvidenceRows.bounded(outcome.answer())))
        .param("accepted", accepted)
        .param("tokens", outcome.tokens())
        .param("outcome", Json.mapper().writeValueAsString(outcome))
        .param("most", problem.orElseThrow().policy().verifications())
        .update();
  }

  @Override
  public void keep(Solution draft, Usage spent) {
    with(
            spent,
            sql(
                """
                insert into draft values (:problem, :attempt, :revision, :answer, :tokens,
                    :calls, :promptTokens, :completionTokens, :millis)
                on conflict (problem_id, attempt) do update
                set (revision, answer, tokens, calls, prompt_tokens, completion_tokens, millis)
                    = (excluded.revision, excluded.answer, excluded.tokens, excluded.calls,
                        excluded.prompt_tokens, excluded.completion_tokens, excluded.millis)
                where (draft.revision, draft.calls) < (excluded.revision, excluded.calls)
                """))
        .param("attempt", draft.id().attempt().number())
        .param("revision", draft.id().revision())
        .param("answer", clean(draft.answer()))
        .param("tokens", draft.tokens())
        .update();
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
    SolutionId solution = returned.verification().solution();
    Verdict verdict = returned.verdict();
    with(
            returned.usage(),
            sql(
                """
                insert into verdict values
                    (:problem, :attempt, :revision, :number, :judgement, :pass, :firstError,
                     :model, :calls, :promptTokens, :completionTokens, :millis)
                """))
        .param("attempt", solution.attempt().number())
        .param("revision", solution.revision())
        .param("number", returned.verification().number())
        .param("judgement", judgement(verdict))
        .param("pass", verdict.readable() ? verdict.pass() : null)
        .param("firstError", verdict instanceof FirstError error ? error.index() : null)
        .param("model", clean(returned.model()))
        .update();
  }

  @Override
  public void add(Abandoned abandoned) {
    with(
            abandoned.spent(),
            sql(
                """
                insert into abandoned values
                    (:problem, :attempt, :stage, :reason,
                     :calls, :promptTokens, :completionTokens, :millis)
                """))
        .param("attempt", abandoned.attempt().number())
        .param("stage", abandoned.stage().name().toLowerCase(Locale.ROOT))
        .param("reason", clean(abandoned.reason()))
        .update();
  }

  @Override
  public Evidence evidence() {
    return new EvidenceRows(jdbc, id).evidence(Objects.requireNonNullElse(attemptsAsked, 0));
  }

  @Override
  public void group(Collection<FinalSolution> solutions) {
    for (FinalSolution solution : solutions) {
      GroupMembership membership = Objects.requireNonNull(solution.membership());
      sql("update solution set answer_group = :group, differs_from = :differsFrom "
              + "where problem_id = :problem and attempt = :attempt")
          .param("group", membership.group())
          .param("differsFrom", membership.differsFrom().toArray(Integer[]::new))
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
        update solution set asked = asked + :more
        where problem_id = :problem and attempt = :attempt and revision = :revision
        returning asked, outcome
        """)
        .param("attempt", solution.attempt().number())
        .param("revision", solution.revision())
        .param("more", more)
        .query(
            (row, _) ->
                new Counted(
                    row.getInt("asked") - more,
                    Json.mapper().readValue(row.getString("outcome"), Solution.class)))
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
      sql("delete from inbox where problem_id = :problem").update();
      sql("delete from draft where problem_id = :problem").update();
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

  private static StatementSpec with(Usage usage, StatementSpec statement) {
    return statement
        .param("calls", usage.calls())
        .param("promptTokens", usage.promptTokens())
        .param("completionTokens", usage.completionTokens())
        .param("millis", usage.millis());
  }

  private static String judgement(Verdict verdict) {
    return switch (verdict) {
      case Correct _ -> "correct";
      case FirstError _ -> "first_error";
      case NoVerdict none -> none.reason().name().toLowerCase(Locale.ROOT);
    };
  }

  /** PostgreSQL has no NUL in text; a model may write one. */
  private static @Nullable String clean(@Nullable String text) {
    return text == null ? null : text.replace("\0", "");
  }
}
