// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static dev.assay.verifier.EvidenceEvents.problem;
import static dev.assay.verifier.EvidenceEvents.returned;
import static dev.assay.verifier.EvidenceEvents.sound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Comparison;
import dev.assay.contracts.ComparisonId;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.Outcome;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.contracts.VerificationId;
import dev.assay.equality.answers.MathEquality;
import dev.assay.verifier.core.Requests;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an arbiter and a summariser say, kept by a real database. */
class ArbiterIT {

  private static final Requests ALL = new Requests(Integer.MAX_VALUE, 32, true);
  private static final Usage CALL = new Usage(1, 30, 4, 9);

  @TempDir static Path folder;
  private static EvidenceDatabase database;

  @BeforeAll
  static void start() {
    database = new EvidenceDatabase(folder);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static void take(Event... events) {
    database.adjudicator(new MathEquality(), ALL, Instant.now()).take(List.of(events));
  }

  private static Compared said(Problem problem, int one, int other, @Nullable Comparison said) {
    return new Compared(
        new ComparisonId(problem.id(), one, other), said, null, "arbiter", CALL, null, null);
  }

  private static Summarised summarised(Criticised critique, @Nullable Outcome outcome) {
    return new Summarised(critique.solution().id(), outcome, null, "summariser", CALL, null);
  }

  private static List<Map<String, Object>> rows(String sql, Problem problem) {
    return database.jdbc.sql(sql).param(problem.id().value()).query().listOfRows();
  }

  private static List<String> published(Problem problem, String topic) {
    return database
        .jdbc
        .sql("select subject from outbox where topic = ? and subject like ? order by id")
        .param(topic)
        .param(problem.id() + "%")
        .query(String.class)
        .list();
  }

  @Test
  void aDecisionIsKeptInTheGroupsAndACopyOfItChangesNothing() {
    Problem problem = problem(3, 1);
    take(sound(problem, 0, "Paris"), sound(problem, 1, "the French capital"));
    take(sound(problem, 2, "Lyon"));
    assertThat(rows("select one, other from comparison where problem_id = ?", problem)).hasSize(3);

    take(said(problem, 0, 1, Comparison.EQUAL), said(problem, 0, 2, Comparison.DIFFERENT));
    take(said(problem, 0, 1, Comparison.DIFFERENT));
    take(said(problem, 1, 2, Comparison.EQUAL));

    assertThat(
            rows(
                "select attempt, answer_group from solution where problem_id = ? order by 1",
                problem))
        .extracting(row -> row.get("answer_group"))
        .containsExactly(0, 0, 2);
    assertThat(
            rows(
                "select place, judgement, contradicted from comparison"
                    + " where problem_id = ? order by place",
                problem))
        .extracting(Map::values)
        .extracting(List::copyOf)
        .containsExactly(
            List.of(1, "equal", false), List.of(2, "different", false), List.of(3, "equal", true));
  }

  @Test
  void verdictsWaitForTheOutcomeAndTheBillBearsAllOfIt() {
    Problem problem = problem(1, 2);
    Criticised critique = sound(problem, 0, "24");
    take(critique);
    assertThat(published(problem, "verifications")).isEmpty();

    take(summarised(critique, new Outcome(List.of(new Outcome.Step("so\u0000 24", List.of(0))))));

    assertThat(published(problem, "outcomes")).hasSize(1);
    assertThat(published(problem, "verifications")).hasSize(2);
    VerificationId first = new VerificationId(critique.solution().id(), 0);
    take(
        new Returned(first, new FirstError(0, "no"), "v", CALL, null, null, 1, null),
        returned(critique, 1, new FirstError(0, "no")));
    Answer answer =
        Json.mapper()
            .readValue(
                database
                    .jdbc
                    .sql("select answer from problem where id = ?")
                    .param(problem.id().value())
                    .query(String.class)
                    .single(),
                Answer.class);
    // A draft and a critique, an outcome, two verdicts.
    assertThat(answer.usage().calls()).isEqualTo(2 + 1 + 2);
    assertThat(
            rows("select outcome_error from verdict where problem_id = ? order by number", problem))
        .extracting(row -> row.get("outcome_error"))
        .containsExactly(1, null);
    assertThat(rows("select made from outcome where problem_id = ?", problem))
        .extracting(row -> row.get("made"))
        .containsExactly((Object) null);
  }

  @Test
  void withoutAnOutcomeTheSolutionIsJudgedAndOnlyOnceHoweverOftenThatIsSaid() {
    Problem problem = problem(1, 2);
    Criticised critique = sound(problem, 0, "24");
    take(critique);

    take(summarised(critique, null));
    take(summarised(critique, null));

    assertThat(published(problem, "verifications")).hasSize(2);
    assertThat(rows("select returned from outcome where problem_id = ?", problem))
        .extracting(row -> row.get("returned"))
        .containsExactly(true);
  }

  @Test
  void withoutEitherThereAreNoRows() {
    Problem problem = problem(2, 1);
    database
        .adjudicator(new MathEquality(), Instant.now())
        .take(List.of(sound(problem, 0, "Paris"), sound(problem, 1, "Lyon")));

    assertThat(rows("select * from comparison where problem_id = ?", problem)).isEmpty();
    assertThat(rows("select * from outcome where problem_id = ?", problem)).isEmpty();
    assertThat(published(problem, "verifications")).hasSize(2);
  }
}
