// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Bounds;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerifierVersion;
import dev.assay.selection.Abandonment;
import dev.assay.selection.ArbiterComparison;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import dev.assay.selection.GroupMembership;
import dev.assay.selection.VerdictTally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a problem's evidence: one row for each solution, its verdicts added up on the way. */
final class EvidenceRows {

  private static final String SOLUTIONS =
      """
      select s.attempt, s.revision, s.answer, s.answer_group, s.differs_from, s.accepted, s.tokens,
          s.calls + coalesce(max(o.calls), 0) as calls,
          s.prompt_tokens + coalesce(max(o.prompt_tokens), 0) as prompt_tokens,
          s.completion_tokens + coalesce(max(o.completion_tokens), 0) as completion_tokens,
          s.millis + coalesce(max(o.millis), 0) as millis,
          s.asked, count(v.number) as returned,
          count(v.pass) as readable,
          count(v.pass) filter (where v.model like '%%%s') as forced,
          coalesce(sum(v.pass order by v.number), 0) as passes,
          coalesce(sum(v.calls), 0) as v_calls,
          coalesce(sum(v.prompt_tokens), 0) as v_prompt_tokens,
          coalesce(sum(v.completion_tokens), 0) as v_completion_tokens,
          coalesce(sum(v.millis), 0) as v_millis
      from solution s
      left join verdict v on v.problem_id = s.problem_id and v.attempt = s.attempt
          and v.revision = s.revision and v.number < s.asked
      left join outcome o on o.problem_id = s.problem_id and o.attempt = s.attempt
      where s.problem_id = :problem
      group by s.problem_id, s.attempt
      """
          .formatted(VerifierVersion.FORCED);

  private static final String ABANDONED =
      """
      select attempt, reason, calls, prompt_tokens, completion_tokens, millis
      from abandoned where problem_id = :problem
      """;

  private final JdbcClient jdbc;
  private final ProblemId problem;

  EvidenceRows(JdbcClient jdbc, ProblemId problem) {
    this.jdbc = jdbc;
    this.problem = problem;
  }

  Evidence evidence(int attemptsAsked) {
    List<FinalSolution> solutions = solutions();
    List<ArbiterComparison> comparisons =
        solutions.size() < 2 ? List.of() : new ComparisonRows(jdbc, problem).read();
    return new Evidence(attemptsAsked, solutions, abandoned(), drafts(), comparisons);
  }

  /** Of verdicts those that were asked for; an outcome is on the bill of its solution. */
  private List<FinalSolution> solutions() {
    return jdbc.sql(SOLUTIONS)
        .param("problem", problem.value())
        .query((row, _) -> solution(row))
        .list();
  }

  private List<FinalSolution> drafts() {
    return jdbc.sql("select * from draft where problem_id = :problem")
        .param("problem", problem.value())
        .query(
            (row, _) ->
                new FinalSolution(
                    new SolutionId(attempt(row), row.getInt("revision")),
                    row.getString("answer"),
                    false,
                    row.getInt("tokens"),
                    usage(row, ""),
                    VerdictTally.NONE))
        .list();
  }

  private List<Abandonment> abandoned() {
    return jdbc.sql(ABANDONED)
        .param("problem", problem.value())
        .query((row, _) -> new Abandonment(attempt(row), row.getString("reason"), usage(row, "")))
        .list();
  }

  private FinalSolution solution(ResultSet row) throws SQLException {
    return new FinalSolution(
        new SolutionId(attempt(row), row.getInt("revision")),
        bounded(row.getString("answer")),
        membership(row),
        row.getBoolean("accepted"),
        row.getInt("tokens"),
        usage(row, ""),
        new VerdictTally(
            row.getInt("asked"),
            row.getInt("returned"),
            row.getInt("readable"),
            row.getDouble("passes"),
            row.getInt("forced"),
            usage(row, "v_")));
  }

  /** None of a solution that states no answer, or whose answer is still to be compared. */
  private static @Nullable GroupMembership membership(ResultSet row) throws SQLException {
    Integer group = row.getObject("answer_group", Integer.class);
    Integer[] differsFrom = (Integer[]) row.getArray("differs_from").getArray();
    return group == null ? null : new GroupMembership(group, Set.copyOf(List.of(differsFrom)));
  }

  /** What an earlier build took for an answer may be too long to be made known: then it is none. */
  static @Nullable String bounded(@Nullable String answer) {
    return answer != null && Bounds.fits(answer, Bounds.ANSWER) ? answer : null;
  }

  private AttemptId attempt(ResultSet row) throws SQLException {
    return new AttemptId(problem, row.getInt("attempt"));
  }

  private static Usage usage(ResultSet row, String prefix) throws SQLException {
    return new Usage(
        row.getInt(prefix + "calls"),
        row.getLong(prefix + "prompt_tokens"),
        row.getLong(prefix + "completion_tokens"),
        row.getLong(prefix + "millis"));
  }
}
