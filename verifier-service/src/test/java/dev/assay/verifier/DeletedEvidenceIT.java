// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Deleted;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.Verdict;
import dev.assay.verifier.out.ExpiredEvidence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller wants gone is gone, and does not come back, whatever is heard of it again. */
class DeletedEvidenceIT {

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

  private static List<Event> history(Problem problem) {
    var solution = EvidenceEvents.sound(problem, 0, "24");
    List<Event> events = new ArrayList<>();
    events.add(new Submitted(problem));
    events.add(EvidenceEvents.drafted(problem, 1, "7"));
    events.add(solution);
    events.add(EvidenceEvents.abandoned(problem, 1));
    events.add(EvidenceEvents.returned(solution, 0, new Verdict.Correct(1)));
    return events;
  }

  private static void take(List<Event> events) {
    database.take(Instant.now(), events);
  }

  private static Deleted deleted(Problem problem) {
    return new Deleted(problem.id(), Instant.now());
  }

  /** All tables that name a problem, those of later builds included. */
  private static List<String> tables() {
    return database
        .jdbc
        .sql(
            """
            select c.table_name from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = current_schema() and c.column_name = 'problem_id'
              and t.table_type = 'BASE TABLE'
            """)
        .query(String.class)
        .list();
  }

  private static void assertGone(Problem problem) {
    assertThat(tables()).contains("solution", "verdict", "draft", "inbox");
    for (String table : tables()) {
      assertThat(count(table + " where problem_id = :id", problem)).as(table).isZero();
    }
    assertThat(count("outbox where starts_with(subject, cast(:id as text))", problem)).isZero();
    Map<String, Object> row =
        database
            .jdbc
            .sql("select * from problem where id = :id")
            .param("id", problem.id().value())
            .query()
            .singleRow();
    assertThat(row).containsEntry("state", "settled").containsEntry("body", null);
    assertThat(row.get("deleted_at")).isNotNull();
  }

  private static long count(String what, Problem problem) {
    return database
        .jdbc
        .sql("select count(*) from " + what)
        .param("id", problem.id().value())
        .query(Long.class)
        .single();
  }

  @Test
  void aSettledProblemLeavesItsIdAndNothingElse() {
    Problem problem = EvidenceEvents.problem(2, 1);
    take(history(problem));
    assertThat(count("solution where problem_id = :id", problem)).isOne();

    take(List.of(deleted(problem)));

    assertGone(problem);
  }

  @Test
  void aTopicThatIsReadAgainBringsNothingBack() {
    Problem problem = EvidenceEvents.problem(2, 1);
    take(history(problem));
    take(List.of(deleted(problem)));

    history(problem).forEach(event -> take(List.of(event)));
    take(history(problem));
    take(List.of(deleted(problem)));

    assertGone(problem);
  }

  @Test
  void anOpenOneIsWorkedNoMoreAndOneThatNobodyKnewNeverIs() {
    Problem open = EvidenceEvents.problem(4, 2);
    take(List.of(new Submitted(open)));
    take(List.of(deleted(open)));
    Problem unknown = EvidenceEvents.problem(2, 1);
    take(List.of(deleted(unknown)));
    take(history(unknown));

    assertGone(open);
    assertGone(unknown);
  }

  @Test
  void aDeletionAmongOtherEventsIsTheLastWord() {
    Problem problem = EvidenceEvents.problem(2, 1);
    List<Event> events = new ArrayList<>(history(problem));
    events.add(2, deleted(problem));

    take(events);

    assertGone(problem);
  }

  @Test
  void itIsNotForgottenWithWhatWasSettledLongAgo() {
    Problem problem = EvidenceEvents.problem(2, 1);
    take(List.of(deleted(problem)));

    Instant later = Instant.now().plus(Duration.ofDays(3_650));
    new ExpiredEvidence(database.jdbc, () -> later, Duration.ofDays(7)).sweep();

    assertGone(problem);
  }
}
