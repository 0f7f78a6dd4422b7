// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static dev.assay.verifier.EvidenceEvents.problem;
import static dev.assay.verifier.EvidenceEvents.sound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Cancelled;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.verifier.core.Adjudicator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer gets its group when its solution comes, and a real database keeps it. */
class AnswerGroupsIT {

  @TempDir static Path folder;
  private static EvidenceDatabase database;

  private final Problem problem = problem(8, 1);
  private final List<String> compared = new ArrayList<>();
  private Runnable meanwhile = () -> {};

  @BeforeAll
  static void start() {
    database = new EvidenceDatabase(folder);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  /** Answers are equal where they share a letter, and else known to differ, but for "?". */
  private Judgement compare(String one, String other) {
    compared.add(one + " " + other);
    meanwhile.run();
    boolean equal = one.chars().anyMatch(letter -> other.indexOf(letter) >= 0);
    return equal
        ? Judgement.EQUAL
        : one.equals("?") || other.equals("?") ? Judgement.UNKNOWN : Judgement.DIFFERENT;
  }

  private void take(Event... events) {
    AnswerEquality equality = this::compare;
    database.adjudicator(equality, Instant.now()).take(List.of(events));
  }

  private record Row(int attempt, @Nullable Integer answerGroup, List<Integer> differsFrom) {}

  private List<Row> rows() {
    return database
        .jdbc
        .sql(
            "select attempt, answer_group, differs_from from solution where problem_id = ? order by 1")
        .param(problem.id().value())
        .query(
            (row, _) ->
                new Row(
                    row.getInt(1),
                    row.getObject(2, Integer.class),
                    Arrays.asList((Integer[]) row.getArray(3).getArray())))
        .list();
  }

  private List<Integer> groups() {
    return rows().stream().map(Row::answerGroup).toList();
  }

  @Test
  void aGroupHasTheNumberOfItsEarliestAttemptWhicheverComesFirst() {
    take(sound(problem, 3, "a"));
    take(sound(problem, 1, "a"), sound(problem, 2, "b"));
    take(sound(problem, 0, null));

    assertThat(groups()).containsExactly(null, 1, 2, 1);
  }

  @Test
  void anAnswerThatJoinsTwoGroupsMakesThemOneAndWhatDiffersFromEitherDiffersFromBoth() {
    take(sound(problem, 1, "a"), sound(problem, 2, "b"), sound(problem, 3, "c"));
    assertThat(groups()).containsExactly(1, 2, 3);

    take(sound(problem, 4, "bc"), sound(problem, 5, "?"));

    assertThat(groups()).containsExactly(1, 2, 2, 2, 5);
    assertThat(rows().get(3).differsFrom()).containsExactly(1);
    assertThat(rows().get(4).differsFrom()).isEmpty();
  }

  @Test
  void eachPairIsComparedOnceHoweverManyEventsFollow() {
    take(sound(problem, 0, "a"), sound(problem, 1, "b"));
    take(sound(problem, 2, "c"));
    take(EvidenceEvents.returned(sound(problem, 0, "a"), 0, new Correct(1)));
    take(EvidenceEvents.abandoned(problem, 3), sound(problem, 2, "c"));

    assertThat(compared).containsExactly("a b", "a c", "b c");
  }

  @Test
  void answersAreComparedAsAnswersToTheirQuestion() {
    List<String> questions = new ArrayList<>();
    AnswerEquality reading =
        new AnswerEquality() {
          @Override
          public Judgement compare(String one, String other) {
            return Judgement.UNKNOWN;
          }

          @Override
          public AnswerEquality to(String question) {
            questions.add(question);
            return AnswerGroupsIT.this::compare;
          }
        };
    Adjudicator adjudicator = database.adjudicator(reading, Instant.now());

    adjudicator.take(List.of(sound(problem, 0, "a"), sound(problem, 1, "a")));
    adjudicator.take(List.of(sound(problem, 2, "b")));

    assertThat(groups()).containsExactly(0, 0, 2);
    assertThat(questions).containsOnly(problem.question());
  }

  @Test
  void whatComesWhileAnAnswerIsComparedIsComparedToo() {
    take(sound(problem, 0, "a"));
    meanwhile =
        () -> {
          meanwhile = () -> {};
          take(sound(problem, 1, "b"));
        };

    take(sound(problem, 2, "ab"));

    assertThat(groups()).containsExactly(0, 0, 0);
    assertThat(compared).containsExactly("a ab", "a b", "b ab");
  }

  @Test
  void whatTheBuildBeforeTookInIsGroupedWhenItsProblemIsNextWorked() {
    take(sound(problem, 0, "a"), sound(problem, 1, "b"), sound(problem, 2, "ab"));
    EarlierEvidence.ungroup(database.jdbc, problem);

    take(EvidenceEvents.abandoned(problem, 3));

    assertThat(groups()).containsExactly(0, 0, 0);
  }

  @Test
  void aCancelledProblemKeepsNoGroups() {
    take(sound(problem, 0, "a"), sound(problem, 1, "b"));

    take(new Cancelled(problem));

    assertThat(groups()).containsExactly(null, null);
  }
}
