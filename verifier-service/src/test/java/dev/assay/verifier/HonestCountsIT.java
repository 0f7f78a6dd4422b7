// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Expense;
import dev.assay.contracts.Json;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.Warning;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies, cut prompts, unreadable replies and money, from events to the answer and to SQL. */
class HonestCountsIT {

  private static final Correct RIGHT = new Correct(1);
  private static final int LONG = 1_000;

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

  @Test
  void copiesCountOnceInTheAnswerAndWhenItIsSelectedAgain() {
    Problem problem = EvidenceEvents.problem(5, 3);
    List<Criticised> solutions =
        IntStream.range(0, 5)
            .mapToObj(
                k -> k < 3 ? written(problem, k, "5", "a") : written(problem, k, "4", "b" + k))
            .toList();
    List<Event> events = new ArrayList<>(List.of(new Submitted(problem)));
    events.addAll(solutions);
    // One verdict three times on attempt 3, and three on attempt 4, of which one is against it.
    for (int m = 0; m < 3; m++) {
      events.add(judged(solutions.get(0), m, RIGHT, "v" + m));
      events.add(judged(solutions.get(3), m, RIGHT, "v"));
      events.add(judged(solutions.get(4), m, m == 0 ? new FirstError(0, "no") : RIGHT, "w" + m));
    }

    Answer answer = settled(problem, events);

    assertThat(answer.groups()).hasSize(2);
    for (AnswerGroup group : answer.groups()) {
      int size = group.answer().equals("5") ? 1 : 2;
      assertThat(group.solutions()).hasSize(size);
      group.scores().forEach((rule, score) -> assertReselected(problem, group, "" + rule, score));
    }
    assertThat(answer.groups().stream().flatMap(each -> each.solutions().stream()))
        .anySatisfy(each -> assertThat(each.copies()).containsExactly(1, 2))
        .anySatisfy(each -> assertThat(each.repeated()).isEqualTo(2))
        .allSatisfy(each -> assertThat(each.readable()).isIn(1, 3));
    assertThat(codes(answer)).contains("no_diversity");
  }

  private static void assertReselected(
      Problem problem, AnswerGroup group, String rule, double score) {
    assertThat(
            database
                .jdbc
                .sql("select score from rank_answers(?) where rule = ? and text = ?")
                .params(problem.id().value(), rule, group.answer())
                .query(Double.class)
                .single())
        .as("%s of %s", rule, group.answer())
        .isEqualTo(score, within(1e-9));
  }

  @Test
  void ofCopiesWhoseOriginalIsNotLookedAtOneCounts() {
    Problem problem = EvidenceEvents.problem(3, 1);
    List<Event> events = new ArrayList<>(List.of(new Submitted(problem)));
    // The last comes first and is asked about first: it is the original.
    Criticised last = written(problem, 2, "5", "a");
    events.add(last);
    database.take(Instant.now(), events);
    database.take(Instant.now(), List.of(judged(last, 0, RIGHT, "v")));

    settled(problem, List.of(written(problem, 0, "5", "a"), written(problem, 1, "5", "a")));

    assertThat(
            database
                .jdbc
                .sql("select size from rank_answers(?, attempts => 2) where rule = 'majority'")
                .param(problem.id().value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aPromptThatWasCutForTheCriticOrTheVerifierVerifiesNothing() {
    Problem problem = EvidenceEvents.problem(1, 4);
    Criticised solution = written(problem, 0, "5", "a");
    ReplyOrigin cut = new ReplyOrigin(0.7, null, "c", LONG, null, true, null, null);
    List<Event> events = new ArrayList<>(List.of(new Submitted(problem), solution));
    events.add(judged(solution, 0, RIGHT, cut));
    IntStream.range(1, 4).forEach(m -> events.add(judged(solution, m, RIGHT, "v" + m)));

    Answer answer = settled(problem, events);

    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.reason()).startsWith("a server has cut a prompt");
    assertThat(codes(answer)).containsExactly("prompt_truncated");
  }

  @Test
  void whatTheDeadlineSettlesTellsOfUnreadableVerdictsToo() {
    Problem problem = EvidenceEvents.problem(1, 4);
    Criticised solution = written(problem, 0, "5", "a");
    NoVerdict unread = new NoVerdict(Reason.UNREADABLE, "expected: a marker; it begins:\nhm");
    List<Event> events = new ArrayList<>(List.of(new Submitted(problem), solution));
    IntStream.range(0, 2).forEach(m -> events.add(judged(solution, m, unread, "v" + m)));
    database.take(Instant.now(), events);

    Answer answer = overdue(problem);

    assertThat(answer.late()).isTrue();
    assertThat(answer.warnings())
        .containsExactly(
            Warning.of(
                Warning.Code.UNREADABLE_VERDICTS,
                "none of 2 verdicts could be read: expected: a marker; it begins: hm"));
  }

  @Test
  void whatCallsCostIsSummedExactly() {
    Problem problem = EvidenceEvents.problem(1, 3);
    Criticised solution = written(problem, 0, "5", "a");
    List<Event> events = new ArrayList<>(List.of(new Submitted(problem), solution));
    for (int m = 0; m < 3; m++) {
      Expense cost = m == 2 ? null : Expense.of("EUR", new BigDecimal("0.1"));
      events.add(judged(solution, m, RIGHT, "v" + m).charged(new Usage(1, 10, 5, 1, cost)));
    }

    // The attempt and one verdict have no price, nor has a verdict's first call.
    assertThat(settled(problem, events).usage().cost())
        .isEqualTo(new Expense(Map.of("EUR", new BigDecimal("0.2")), 2 + 2 + 2));
  }

  private static List<String> codes(Answer answer) {
    return answer.warnings().stream().map(Warning::code).toList();
  }

  private static Answer settled(Problem problem, List<? extends Event> events) {
    database.take(Instant.now(), List.copyOf(events));
    return overdue(problem);
  }

  /** As it is, or else with what has come when time is over. */
  private static Answer overdue(Problem problem) {
    database
        .adjudicator(EvidenceDatabase.EQUALITY, problem.deadline().plusSeconds(1))
        .settleIfDue(problem.id());
    return Json.mapper()
        .readValue(
            database
                .jdbc
                .sql("select answer from problem where id = ?")
                .param(problem.id().value())
                .query(String.class)
                .single(),
            Answer.class);
  }

  private static Criticised written(Problem problem, int attempt, String answer, String digest) {
    Criticised critique = EvidenceEvents.sound(problem, attempt, answer);
    Solution solution = critique.solution().from(drawn(digest));
    return new Criticised(
        problem, solution, critique.critique(), critique.model(), critique.spend());
  }

  private static Returned judged(Criticised critique, int number, Verdict verdict, String digest) {
    return judged(critique, number, verdict, drawn(digest));
  }

  private static Returned judged(
      Criticised critique, int number, Verdict verdict, ReplyOrigin reply) {
    Returned returned = EvidenceEvents.returned(critique, number, verdict);
    return new Returned(
        returned.verification(),
        verdict,
        returned.model(),
        returned.usage(),
        null,
        null,
        null,
        reply);
  }

  private static ReplyOrigin drawn(String digest) {
    return new ReplyOrigin(0.7, null, digest, LONG, null, null, null, null);
  }
}
