// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Answer;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Cancelled;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerifierVersion;
import dev.assay.verifier.Reselections.Change;
import dev.assay.verifier.Reselections.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** SQL over what is stored selects as Java does over what was seen. */
class ReselectionIT {

  private static final int PROBLEMS = 200;

  @TempDir static Path folder;
  private static EvidenceDatabase database;
  private static Reselections both;

  @BeforeAll
  static void start() {
    database = new EvidenceDatabase(folder);
    database.draw(PROBLEMS, 3);
    both = new Reselections(database);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleRanksAnyPartOfTheHistoryAsJavaDoes(SelectionRule rule) {
    for (Double alpha : new Double[] {null, 0.0, 2.0}) {
      for (Integer attempts : new Integer[] {null, 1, 3}) {
        for (Integer verifications : new Integer[] {null, 1, 2}) {
          both.assertSame(new Change(rule, alpha, attempts, verifications));
        }
      }
    }
  }

  @Test
  void withoutARuleItIsEachProblemsOwn() {
    both.assertSame(new Change(null, null, null, null));
    both.assertSame(new Change(null, 1.5, 4, 3));
  }

  @Test
  void moreThanWasAskedForChangesNothing() {
    both.assertSame(new Change(SelectionRule.PESSIMISTIC, 0.3, 64, 64));
  }

  @Test
  void theHistoryIsNotAllOfOneKind() {
    List<Answer> answers =
        database.problems.stream()
            .map(each -> Reselections.inJava(each, each.problem().policy()))
            .toList();

    assertThat(answers).anyMatch(each -> each.groups().isEmpty());
    assertThat(answers).anyMatch(each -> each.groups().size() > 2);
    assertThat(answers).anyMatch(Answer::late).anyMatch(each -> !each.late());
    assertThat(answers).anyMatch(each -> Math.abs(margin(each)) < 1e-9);
  }

  private static double margin(Answer answer) {
    return answer.support().margin() == null ? 1 : answer.support().margin();
  }

  @Test
  void theViewShowsWhatEveryRuleChoseAtSettlement() {
    Map<Object, Map<String, Object>> rows =
        database.jdbc.sql("select * from reselected").query().listOfRows().stream()
            .collect(Collectors.toMap(row -> row.get("problem_id"), row -> row));
    for (ProblemHistory recorded : database.problems) {
      Answer answer = settled(recorded);
      Map<String, Object> row = rows.getOrDefault(recorded.problem().id().value(), Map.of());
      assertThat(row.isEmpty()).isEqualTo(answer.groups().isEmpty());
      answer
          .ranking()
          .choices()
          .forEach((rule, text) -> assertThat(row).containsEntry("" + rule, text));
    }
  }

  private static Answer settled(ProblemHistory recorded) {
    return Json.mapper()
        .readValue(
            database
                .jdbc
                .sql("select answer from problem where id = ?")
                .param(recorded.problem().id().value())
                .query(String.class)
                .single(),
            Answer.class);
  }

  @Test
  void oneProblemIsRankedAsAmongAll() {
    ProblemHistory recorded = database.problems.getFirst();
    Map<UUID, List<Row>> all = both.inSql(new Change(SelectionRule.MAJORITY, null, 4, 2));

    List<Row> one =
        database
            .jdbc
            .sql("select * from rank_answers(?, null, 4, 2) where rule = 'majority' order by place")
            .param(recorded.problem().id().value())
            .query(Row.class)
            .list();

    assertThat(one).isNotEmpty().isEqualTo(all.get(recorded.problem().id().value()));
  }

  @Test
  void aConditionOnTheProblemReachesTheTables() {
    String plan =
        String.join(
            "\n",
            database
                .jdbc
                .sql("explain select * from reselect('majority') where problem_id = ?")
                .param(UUID.randomUUID())
                .query(String.class)
                .list());

    assertThat(plan).contains("problem_pkey", "solution_pkey", "verdict_pkey");
    assertThat(plan).doesNotContain("Seq Scan", "Function Scan on reselect");
  }

  /**
   * 0.1 + 0.2 is a bit more than 0.15 + 0.15: a tie all the same, which the earlier attempt wins.
   */
  @Test
  void sumsThatDifferInTheirLastBitAreTies() {
    Problem problem = EvidenceEvents.problem(4, 1);
    List<Event> events = new ArrayList<>(List.of(new Submitted(problem)));
    double[] scores = {0.15, 0.15, 0.1, 0.2};
    for (int k = 0; k < scores.length; k++) {
      Criticised critique = EvidenceEvents.sound(problem, k, k < 2 ? "7" : "24");
      events.add(critique);
      events.add(EvidenceEvents.returned(critique, 0, new Correct(scores[k])));
    }
    database.take(Instant.now(), events);

    assertThat(
            database
                .jdbc
                .sql("select rule, text from rank_answers(?) where place = 1")
                .param(problem.id().value())
                .query()
                .listOfRows())
        .contains(Map.of("rule", "verifier_voting", "text", "7"));
    // The other tests know what they find.
    database.jdbc.sql("delete from problem where id = ?").param(problem.id().value()).update();
  }

  /** The rows keep which verdicts were forced by the version that gave them. */
  @Test
  void theAnswerTellsHowManyReadableVerdictsWereForced() {
    Problem problem = EvidenceEvents.problem(1, 3);
    Criticised critique = EvidenceEvents.sound(problem, 0, "24");
    database.take(
        Instant.now(),
        List.of(
            new Submitted(problem),
            critique,
            forced(EvidenceEvents.returned(critique, 0, new Correct(1))),
            EvidenceEvents.returned(critique, 1, new Correct(1)),
            forced(
                EvidenceEvents.returned(
                    critique, 2, new NoVerdict(Reason.UNREADABLE, "it says nothing")))));

    assertThat(
            database
                .jdbc
                .sql("select answer #>> '{groups,0,solutions,0,forced}' from problem where id = ?")
                .param(problem.id().value())
                .query(String.class)
                .single())
        .isEqualTo("1");
    // The other tests know what they find.
    database.jdbc.sql("delete from problem where id = ?").param(problem.id().value()).update();
  }

  private static Returned forced(Returned returned) {
    return new Returned(
        returned.verification(),
        returned.verdict(),
        new VerifierVersion(returned.model(), true).toString(),
        returned.usage(),
        null,
        true);
  }

  @Test
  void whatIsNoRuleNamesThoseThatThereAre() {
    assertThatThrownBy(
            () -> database.jdbc.sql("select * from reselect('best')").query().listOfRows())
        .hasMessageContaining(
            "rule: best (expected: pessimistic, verifier_voting, best_of_n, majority, "
                + "shortest_majority, accepted_majority)");
  }

  @ParameterizedTest
  @CsvSource({"attempts, 0", "verifications, -1"})
  void lessThanOneCallIsRefused(String what, int count) {
    String query = "select * from reselect(%s => %d)".formatted(what, count);

    assertThatThrownBy(() -> database.jdbc.sql(query).query().listOfRows())
        .hasMessageContaining(what + ": " + count + " (expected: at least 1)");
  }

  @Test
  void aCancelledProblemHasNothingToSelectAmong() {
    ProblemHistory recorded = ProblemHistoryFixture.draw(new Random(5), Instant.now());
    assertThat(recorded.evidence(recorded.problem().policy()).solutions()).isNotEmpty();
    database.take(Instant.now(), recorded.events().subList(0, 2));
    database.take(Instant.now(), List.of(new Cancelled(recorded.problem())));

    assertThat(
            database
                .jdbc
                .sql("select * from rank_answers(?)")
                .param(recorded.problem().id().value())
                .query()
                .listOfRows())
        .isEmpty();
  }

  /** Its first update, as it is: the rest of the migration has been run. */
  @Test
  void theMigrationGroupsWhatWasSettledBeforeIt() throws IOException {
    String groups = "select problem_id, attempt, answer_group from solution order by 1, 2";
    List<Map<String, Object>> before = database.jdbc.sql(groups).query().listOfRows();
    String migration =
        new ClassPathResource("db/verifier/V2__reselection.sql")
            .getContentAsString(StandardCharsets.UTF_8);
    int start = migration.indexOf("update solution s");
    String update = migration.substring(start, migration.indexOf(';', start));

    database.jdbc.sql("update solution set answer_group = null").update();
    database.jdbc.sql(update).update();

    assertThat(database.jdbc.sql(groups).query().listOfRows()).isEqualTo(before);
  }

  @Test
  void theGuideShowsWhatItsQueriesReturn() {
    List<DocumentedQueries.Example> examples =
        DocumentedQueries.examples(Path.of("..", "docs", "reselection.md"));

    assertThat(examples).hasSize(5);
    examples.forEach(each -> assertThat(run(each.query())).isEqualTo(each.cells()));
  }

  private static List<List<String>> run(String query) {
    List<List<String>> cells = new ArrayList<>();
    for (Map<String, Object> row : database.jdbc.sql(query).query().listOfRows()) {
      if (cells.isEmpty()) {
        cells.add(List.copyOf(row.keySet()));
      }
      cells.add(row.values().stream().map(ReselectionIT::printed).toList());
    }
    return cells;
  }

  /** As psql does, which prints no fraction of a whole number. */
  private static String printed(Object value) {
    return value instanceof Double number && number % 1 == 0 ? "" + number.longValue() : "" + value;
  }
}
