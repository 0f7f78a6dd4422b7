// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SolutionId;
import dev.assay.selection.Abandonment;
import dev.assay.selection.ArbiterComparison;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import dev.assay.selection.GroupMembership;
import dev.assay.selection.VerdictSigns;
import dev.assay.selection.VerdictTally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Reads a problem's evidence: one row for each solution, its verdicts added up on the way. */
final class EvidenceRows {

  private static final Sql SOLUTIONS =
      Sql.of(
          """
      select s.attempt, s.revision, s.answer, s.answer_group, s.differs_from, s.accepted, s.tokens,
          s.calls, s.prompt_tokens, s.completion_tokens, s.millis, s.cost, s.reply, s.repeats,
          o.calls as o_calls, o.prompt_tokens as o_prompt_tokens,
          o.problem_id is not null as reduced,
          o.completion_tokens as o_completion_tokens, o.millis as o_millis, o.cost as o_cost,
          s.asked, count(v.number) as returned,
          count(v.pass) filter (where v.repeats is null) as readable,
          coalesce(sum(v.pass order by v.number) filter (where v.repeats is null), 0) as passes,
          count(v.repeats) as repeated,
          count(*) filter (where v.judgement in ('unreadable', 'unavailable')) as unreadable,
          count(v.pass) filter (where v.forced) as forced,
          count(*) filter (where (v.reply ->> 'prompt_truncated')::boolean) as truncated,
          count(v.reply ->> 'steps_left_out') as shortened,
          array_remove(array_agg(distinct v.reply ->> 'weights'), null) as weights,
          (array_agg(v.detail order by v.number desc) filter (where v.detail is not null))[1]
              as unread,
          coalesce(sum(v.calls), 0) as v_calls,
          coalesce(sum(v.prompt_tokens), 0) as v_prompt_tokens,
          coalesce(sum(v.completion_tokens), 0) as v_completion_tokens,
          coalesce(sum(v.millis), 0) as v_millis,
          json_agg(v.cost) filter (where v.cost is not null) as v_costs,
          coalesce(sum(v.calls) filter (where v.cost is null), 0) as v_unpriced
      from solution s
      left join verdict v on v.problem_id = s.problem_id and v.attempt = s.attempt
          and v.revision = s.revision and v.number < s.asked
      left join outcome o on o.problem_id = s.problem_id and o.attempt = s.attempt
      where s.problem_id = :problem
      group by s.problem_id, s.attempt, o.problem_id, o.attempt
      """);

  private static final Sql ABANDONED =
      Sql.of(
          """
      select attempt, reason, calls, prompt_tokens, completion_tokens, millis, cost
      from abandoned where problem_id = :problem
      """);

  private static final Sql DRAFTS = Sql.of("select * from draft where problem_id = :problem");

  /** In the order in which they were decided. */
  private static final Sql COMPARISONS =
      Sql.of("select * from comparison where problem_id = :problem order by place");

  private final ProblemId problem;
  private final List<Row> solutions;
  private final List<Abandonment> abandoned;
  private final List<FinalSolution> drafts;
  private final List<ArbiterComparison> comparisons;

  private EvidenceRows(RoundTrip trip, ProblemId problem) {
    SqlParameterSource values = new MapSqlParameterSource("problem", problem.value());
    this.problem = problem;
    // Of verdicts those that were asked for; an outcome is on the bill of its solution.
    this.solutions = trip.query(SOLUTIONS, values, (row, _) -> row(row));
    this.abandoned = trip.query(ABANDONED, values, (row, _) -> abandonment(row));
    this.drafts = trip.query(DRAFTS, values, (row, _) -> draft(row));
    this.comparisons = trip.query(COMPARISONS, values, (row, _) -> ComparisonRows.comparison(row));
  }

  /** The evidence, and whether an outcome of the solution was asked for. */
  private record Row(FinalSolution solution, boolean reduced) {}

  /** As the rows are when everything that the trip has taken up before has been done. */
  static EvidenceRows sent(RoundTrip trip, ProblemId problem) {
    EvidenceRows rows = new EvidenceRows(trip, problem);
    trip.send();
    return rows;
  }

  Evidence evidence(int attemptsAsked) {
    return new Evidence(
        attemptsAsked,
        solutions.stream().map(Row::solution).toList(),
        abandoned,
        drafts,
        comparisons);
  }

  List<KnownSolutions.Known> known() {
    return solutions.stream()
        .map(
            row ->
                new KnownSolutions.Known(
                    row.solution().id(), row.solution().verdicts().asked(), row.reduced()))
        .toList();
  }

  private FinalSolution draft(ResultSet row) throws SQLException {
    return new FinalSolution(
        new SolutionId(attempt(row), row.getInt("revision")),
        row.getString("answer"),
        false,
        row.getInt("tokens"),
        EvidenceColumns.usage(row, ""),
        VerdictTally.NONE);
  }

  private Abandonment abandonment(ResultSet row) throws SQLException {
    return new Abandonment(attempt(row), row.getString("reason"), EvidenceColumns.usage(row, ""));
  }

  private Row row(ResultSet row) throws SQLException {
    return new Row(solution(row), row.getBoolean("reduced"));
  }

  private FinalSolution solution(ResultSet row) throws SQLException {
    return new FinalSolution(
        new SolutionId(attempt(row), row.getInt("revision")),
        EvidenceColumns.bounded(row.getString("answer")),
        membership(row),
        row.getBoolean("accepted"),
        row.getInt("tokens"),
        EvidenceColumns.usage(row, "").plus(EvidenceColumns.usage(row, "o_")),
        new VerdictTally(
            row.getInt("asked"),
            row.getInt("returned"),
            row.getInt("readable"),
            row.getDouble("passes"),
            EvidenceColumns.sum(row, "v_"),
            signs(row)),
        EvidenceColumns.reply(row),
        row.getObject("repeats", Integer.class));
  }

  private static VerdictSigns signs(ResultSet row) throws SQLException {
    return new VerdictSigns(
        row.getInt("repeated"),
        row.getInt("unreadable"),
        row.getInt("forced"),
        row.getInt("truncated"),
        row.getInt("shortened"),
        Set.of((String[]) row.getArray("weights").getArray()),
        row.getString("unread"));
  }

  /** None of a solution that states no answer, or whose answer is still to be compared. */
  private static @Nullable GroupMembership membership(ResultSet row) throws SQLException {
    Integer group = row.getObject("answer_group", Integer.class);
    Integer[] differsFrom = (Integer[]) row.getArray("differs_from").getArray();
    return group == null ? null : new GroupMembership(group, Set.copyOf(List.of(differsFrom)));
  }

  private AttemptId attempt(ResultSet row) throws SQLException {
    return new AttemptId(problem, row.getInt("attempt"));
  }
}
