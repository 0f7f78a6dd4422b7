// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.ComparisonEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.OutcomeEvent;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Task;
import dev.assay.contracts.VerificationEvent;
import dev.assay.verifier.core.OutcomeState;
import dev.assay.verifier.core.References;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the question and the solution out of requests that are long, and puts them back from the
 * rows of the problem. What this process has sent lately it need not read.
 */
public final class JdbcReferences implements References {

  /** In characters: what is shorter costs less on the wire than a look at the database. */
  private static final int WORTH_A_LOOK = 1_000;

  /** In characters, of problems and of solutions each. */
  private static final long HELD = 4 << 20;

  private final JdbcClient jdbc;
  private final boolean referring;
  private final RecentlyRead<ProblemId, Problem> problems =
      new RecentlyRead<>(problem -> problem.question().length(), HELD);
  private final RecentlyRead<SolutionId, Solution> solutions =
      new RecentlyRead<>(solution -> solution.text().length() * 2L, HELD);

  /**
   * @param referring whether requests refer to what is long, which readers of the build before do
   *     not understand
   */
  public JdbcReferences(JdbcClient jdbc, boolean referring) {
    this.jdbc = jdbc;
    this.referring = referring;
  }

  /** The event as it is to be sent. */
  Event sent(Event event) {
    if (!referring || !(event instanceof Task task) || length(task) < WORTH_A_LOOK) {
      return event;
    }
    // Others do not bring the whole problem, or are too few to be kept in mind.
    if (event instanceof VerificationEvent.Requested request) {
      problems.keep(request.problemId(), request.problem());
      solutions.keep(request.verification().solution(), request.judged());
    }
    return event.referring();
  }

  /** Nothing of the problem is to be kept. */
  void forget(ProblemId id) {
    problems.removeIf(id::equals);
    solutions.removeIf(solution -> solution.problem().equals(id));
  }

  private static int length(Task task) {
    int question = task.problem().question().length();
    return task instanceof VerificationEvent.Requested request
        ? question + request.judged().text().length()
        : question;
  }

  @Override
  public Optional<VerificationEvent.Requested> whole(VerificationEvent.Requested request) {
    return request.problem().refers() || request.outcome() == null
        ? problem(request)
            .flatMap(
                problem ->
                    solution(request.verification().solution())
                        .map(solution -> request.with(problem, solution)))
        : Optional.of(request);
  }

  @Override
  public Optional<ComparisonEvent.Requested> whole(ComparisonEvent.Requested request) {
    return request.problem().refers() ? problem(request).map(request::with) : Optional.of(request);
  }

  @Override
  public Optional<OutcomeEvent.Requested> whole(OutcomeEvent.Requested request) {
    return request.problem().refers() ? problem(request).map(request::with) : Optional.of(request);
  }

  private Optional<Problem> problem(Task task) {
    Optional<Problem> recent = problems.find(task.problemId());
    if (recent.isPresent()) {
      return recent;
    }
    Optional<Problem> read =
        jdbc.sql("select body from problem where id = :id and body is not null")
            .param("id", task.problemId().value())
            .query((row, _) -> Json.mapper().readValue(row.getString("body"), Problem.class))
            .optional();
    read.ifPresent(problem -> problems.keep(task.problemId(), problem));
    return read;
  }

  /** Gone once the problem is settled. */
  private Optional<Solution> solution(SolutionId id) {
    Optional<Solution> recent = solutions.find(id);
    if (recent.isPresent()) {
      return recent;
    }
    Optional<Solution> read =
        jdbc.sql(
                """
                select s.outcome, o.returned, o.made
                from solution s left join outcome o using (problem_id, attempt)
                where s.problem_id = :problem and s.attempt = :attempt and s.revision = :revision
                  and s.outcome is not null
                """)
            .param("problem", id.problem().value())
            .param("attempt", id.attempt().number())
            .param("revision", id.revision())
            .query((row, _) -> judged(row))
            .optional();
    read.ifPresent(solution -> solutions.keep(id, solution));
    return read;
  }

  /** The solution as it is, unless an outcome was made of it. */
  private static Solution judged(ResultSet row) throws SQLException {
    Solution solution = Json.mapper().readValue(row.getString("outcome"), Solution.class);
    return OutcomeRows.state(row) instanceof OutcomeState.Known(var made) && made != null
        ? made.of(solution)
        : solution;
  }
}
