// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static dev.assay.verifier.out.EvidenceInserts.utc;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Json;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SolutionId;
import dev.assay.selection.FinalSolution;
import dev.assay.selection.GroupMembership;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Writes what is decided about one problem, in its place among what has arrived. */
record ProblemUpdates(EvidenceInserts inserts) {

  private static final Sql BODY =
      Sql.of(
          "update problem set body = cast(:body as json), deadline = :deadline where id = :problem");

  private static final Sql ATTEMPTS =
      Sql.of("update problem set attempts_asked = :asked where id = :problem");

  private static final Sql VERDICTS =
      Sql.of(
          """
          update solution set asked = asked + :more
          where problem_id = :problem and attempt = :attempt and revision = :revision
          """);

  private static final Sql GROUPS =
      Sql.of(
          """
          update solution s
          set answer_group = now.answer_group, differs_from = now.differs_from::integer[],
              repeats = now.repeats
          from unnest(:attempts::integer[], :groups::integer[], :differsFrom::text[],
              :repeats::integer[]) as now (attempt, answer_group, differs_from, repeats)
          where s.problem_id = :problem and s.attempt = now.attempt
          """);

  private static final Sql ANSWER =
      Sql.of(
          """
          update problem
          set state = 'settled', settled_at = :at, answer = cast(:answer as json)
          where id = :problem and state = 'open'
          """);

  /** Of what is kept for an open problem only; an answer without groups leaves none to select. */
  private static final List<Sql> CLOSE =
      List.of(
          Sql.of("delete from inbox where problem_id = :problem"),
          Sql.of("delete from draft where problem_id = :problem"),
          Sql.of("update outcome set made = null where problem_id = :problem"),
          Sql.of(
              """
              update solution
              set outcome = null, answer_group = case when :grouped then answer_group end
              where problem_id = :problem
              """));

  void register(Problem problem) {
    inserts.update(
        BODY,
        new MapSqlParameterSource("body", Json.mapper().writeValueAsString(problem))
            .addValue("deadline", utc(problem.deadline())));
  }

  void countAttempts(int asked) {
    inserts.update(ATTEMPTS, new MapSqlParameterSource("asked", asked));
  }

  void countVerdicts(SolutionId solution, int more) {
    inserts.update(
        VERDICTS,
        new MapSqlParameterSource("more", more)
            .addValue("attempt", solution.attempt().number())
            .addValue("revision", solution.revision()));
  }

  void group(Collection<FinalSolution> solutions) {
    inserts.update(
        GROUPS,
        new MapSqlParameterSource()
            .addValue(
                "attempts", column(solutions, Integer[]::new, each -> each.id().attempt().number()))
            .addValue("groups", column(solutions, Integer[]::new, each -> membership(each).group()))
            .addValue(
                "differsFrom", column(solutions, String[]::new, each -> array(membership(each))))
            .addValue("repeats", column(solutions, Integer[]::new, FinalSolution::repeats)));
  }

  void settle(Answer answer) {
    inserts.update(
        ANSWER,
        new MapSqlParameterSource("at", utc(answer.settledAt()))
            .addValue("answer", Json.mapper().writeValueAsString(answer)));
    CLOSE.forEach(
        sql ->
            inserts.update(sql, new MapSqlParameterSource("grouped", !answer.groups().isEmpty())));
  }

  private static Object[] column(
      Collection<FinalSolution> solutions,
      IntFunction<Object[]> array,
      Function<FinalSolution, @Nullable Object> value) {
    return solutions.stream().map(value).toArray(array);
  }

  private static GroupMembership membership(FinalSolution solution) {
    return Objects.requireNonNull(solution.membership());
  }

  /** As PostgreSQL writes arrays: they are of unequal lengths, which arrays of arrays are not. */
  private static String array(GroupMembership membership) {
    return membership.differsFrom().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(",", "{", "}"));
  }
}
