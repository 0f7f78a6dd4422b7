// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static dev.assay.verifier.EvidenceEvents.abandoned;
import static dev.assay.verifier.EvidenceEvents.drafted;
import static dev.assay.verifier.EvidenceEvents.flawed;
import static dev.assay.verifier.EvidenceEvents.frugal;
import static dev.assay.verifier.EvidenceEvents.problem;
import static dev.assay.verifier.EvidenceEvents.returned;
import static dev.assay.verifier.EvidenceEvents.sound;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.AnswerEvent.Settled;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Cancelled;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.Topic;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two replicas on a real broker and a real database: how problems end. */
class VerifierServiceIT {

  @TempDir static Path folder;
  private static VerifierReplicas assay;

  @BeforeAll
  static void start() {
    assay = new VerifierReplicas(folder);
  }

  @AfterAll
  static void stop() {
    assay.close();
  }

  @Test
  void finalSolutionsAreVerifiedAndTheBestAnswerIsSettled() {
    Problem problem = problem(3, 4);

    assay.send(new Submitted(problem));
    assay.send(sound(problem, 0, "24"), sound(problem, 1, "25"), sound(problem, 2, "24.0"));

    Answer answer = assay.answer(problem);
    assertThat(answer.status()).isEqualTo(Status.VERIFIED);
    assertThat(answer.text()).isEqualTo("24");
    assertThat(answer.late()).isFalse();
    assertThat(answer.effectiveVerifications()).isEqualTo(4);
    assertThat(answer.groups()).hasSize(2);
    // For each attempt a draft, a critique and four verdicts.
    assertThat(answer.usage().calls()).isEqualTo(3 * (2 + 4));
  }

  @Test
  void whateverIsDeliveredTwiceChangesNothing() {
    Problem problem = problem(1, 4);
    Criticised critique = sound(problem, 0, "24");
    Returned verdict = returned(critique, 0, new Correct(1));

    assay.send(new Submitted(problem), new Submitted(problem));
    assay.send(verdict, verdict);
    assay.send(critique, critique, critique);
    assay.send(new Submitted(problem));

    Answer answer = assay.answer(problem);
    assay.send(verdict, critique, new Submitted(problem), new Cancelled(problem));
    assay.send(returned(critique, 1, new Correct(1)), abandoned(problem, 0));
    assertThatTheLoopGoesOn();
    assertThat(answer.usage().calls()).isEqualTo(2 + 4);
    assertThat(assay.count("verdict", problem)).isEqualTo(4);
    assertThat(assay.count("solution", problem)).isEqualTo(1);
    assertThat(assay.count("inbox", problem)).isZero();
    assertThat(assay.answers(problem)).hasSize(1);
  }

  @Test
  void whatFollowsFromATenantsEventsIsOnItsBehalfAndInItsTrace() {
    Problem problem = problem(1, 2);
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    assay.send(new Submitted(problem));

    assay.send(sound(problem, 0, "24"), Map.of("tenant", "acme", "traceparent", trace));

    assay.answer(problem);
    assay.settleDown();
    for (Topic<?> topic : List.of(Topic.VERIFICATIONS, Topic.VERDICTS, Topic.ANSWERS)) {
      assertThat(assay.headers(topic, problem))
          .isNotEmpty()
          .allSatisfy(
              each ->
                  assertThat(each)
                      .containsEntry("tenant", "acme")
                      .containsEntry("traceparent", trace)
                      .containsKeys("event-id", "event-type", "caused-by"));
    }
  }

  @Test
  void verdictsThatOvertakeTheirCritiqueCount() {
    Problem problem = problem(1, 2);
    Criticised critique = sound(problem, 0, "24");
    assay.send(returned(critique, 0, new Correct(1)), returned(critique, 1, new Correct(1)));
    await().until(() -> assay.count("verdict", problem) == 2);

    assay.send(critique);

    assertThat(assay.answer(problem).status()).isEqualTo(Status.VERIFIED);
    assay.settleDown();
    assertThat(assay.events(Topic.VERIFICATIONS))
        .noneMatch(event -> event.problemId().equals(problem.id()));
  }

  @Test
  void aClearCaseIsSettledLongBeforeEverythingIsTried() {
    Problem problem = frugal(8, 8);

    assay.send(new Submitted(problem), sound(problem, 0, "24"), sound(problem, 1, "24.0"));
    Answer answer = answerTo(problem, "24");

    assertThat(answer.status()).isEqualTo(Status.VERIFIED);
    assertThat(answer.late()).isFalse();
    // The grid has eight attempts of two calls each, and 64 verdicts.
    assertThat(answer.usage().calls()).isLessThan(80 / 2);
    assay.settleDown();
    assertThat(asked(problem, Topic.VERIFICATIONS)).doesNotHaveDuplicates();
    assertThat(asked(problem, Topic.ATTEMPTS)).doesNotHaveDuplicates();
  }

  @Test
  void theFirstAttemptsAreAskedForOnceWhenTheProblemIsTakenIn() {
    Problem grid = problem(3, 1);
    Problem early = frugal(8, 2);
    Problem cancelled = problem(3, 1);

    assay.send(new Submitted(grid), new Submitted(early), new Submitted(grid));
    assay.send(new Cancelled(cancelled), new Submitted(cancelled));
    assertThatTheLoopGoesOn();

    assertThat(asked(grid, Topic.ATTEMPTS))
        .containsExactlyInAnyOrderElementsOf(attempts(grid, 0, 1, 2));
    assertThat(asked(early, Topic.ATTEMPTS))
        .containsExactlyInAnyOrderElementsOf(attempts(early, 0, 1));
    assertThat(asked(cancelled, Topic.ATTEMPTS)).isEmpty();
  }

  private static List<String> attempts(Problem problem, int... numbers) {
    return IntStream.of(numbers).mapToObj(each -> problem.id() + "/" + each).toList();
  }

  /** Its generator asked for the first attempts; whether it had come to that nobody knows. */
  @Test
  void whatTheBuildBeforeTookInIsPlannedHoweverFarItWas() {
    Problem untouched = problem(2, 1);
    Problem begun = problem(4, 1);
    EarlierEvidence.insert(assay.jdbc, begun);
    assay.send(flawed(begun, 2, "24"));
    EarlierEvidence.insert(assay.jdbc, untouched);

    await().until(() -> asked(untouched, Topic.ATTEMPTS).size() == 2);
    await().until(() -> asked(begun, Topic.ATTEMPTS).size() >= 3);
    assay.settleDown();
    assertThat(asked(untouched, Topic.ATTEMPTS))
        .containsExactlyInAnyOrderElementsOf(attempts(untouched, 0, 1));
    // The sweep may have come before the event of the third attempt, or after it.
    assertThat(asked(begun, Topic.ATTEMPTS))
        .doesNotHaveDuplicates()
        .containsAll(attempts(begun, 0, 1, 3));
  }

  @Test
  void moreAttemptsAreAskedForWhereTheFirstCameToNothing() {
    Problem problem = frugal(8, 2);

    assay.send(new Submitted(problem), abandoned(problem, 0), sound(problem, 1, null));
    Answer answer = answerTo(problem, "24");

    assertThat(asked(problem, Topic.ATTEMPTS)).contains(problem.id() + "/2");
    assertThat(answer.text()).isEqualTo("24");
    assertThat(answer.asked()).isBetween(3, 8);
    assay.settleDown();
    assertThat(asked(problem, Topic.ATTEMPTS)).doesNotHaveDuplicates();
  }

  /** The answer to the problem, whose further attempts all come to the same. */
  private static Answer answerTo(Problem problem, String solution) {
    Set<String> answered = new HashSet<>();
    await()
        .until(
            () -> {
              asked(problem, Topic.ATTEMPTS).stream()
                  .filter(answered::add)
                  .map(AttemptId::parse)
                  .forEach(each -> assay.send(sound(problem, each.number(), solution)));
              return !assay.answers(problem).isEmpty();
            });
    return assay.answer(problem);
  }

  private static List<String> asked(Problem problem, Topic<?> topic) {
    return assay
        .events(topic)
        .filter(event -> event.problemId().equals(problem.id()))
        .map(Event::subject)
        .toList();
  }

  @Test
  void aCritiqueThatWantsARevisionIsNoEnd() {
    Problem problem = problem(1, 1);

    assay.send(new Submitted(problem), flawed(problem, 0, "25"));
    assertThatTheLoopGoesOn();

    assertThat(assay.count("solution", problem)).isZero();
    assertThat(assay.count("draft", problem)).isOne();
  }

  @Test
  void aDraftIsGivenAndBilledWhereTheDeadlineComesBeforeAVerdict() {
    Problem problem = problem("4*6", 2, 4, Duration.ofSeconds(2));

    assay.send(drafted(problem, 0, "23"), flawed(problem, 0, "23"), drafted(problem, 1, null));

    Answer answer = assay.answer(problem);
    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.text()).isEqualTo("23");
    assertThat(answer.late()).isTrue();
    assertThat(answer.reason())
        .isEqualTo(
            "not verified: the deadline came before the first verdict; of 2 attempts,"
                + " 2 drafted and on the way to a verdict");
    // A draft and its critique, and a draft.
    assertThat(answer.usage().calls()).isEqualTo(3);
    assertThat(assay.count("draft", problem)).isZero();
  }

  @Test
  void whatNobodyAskedForIsDeadLetteredAndChangesNothing() {
    Problem problem = problem(2, 2);
    Criticised critique = sound(problem, 0, "24");
    Returned tooMany = returned(critique, 2, new Correct(1));
    Returned unplanned = returned(sound(problem, 2, "25"), 0, new Correct(1));
    assay.send(critique);
    await().until(() -> assay.count("verdict", problem) == 2);

    assay.send(tooMany, unplanned);
    assertThat(deadLetter(tooMany)).contains("nobody asked for it");
    assertThat(deadLetter(unplanned)).contains("attempt 2: not planned");
    assay.send(sound(problem, 1, "24"));

    assertThat(assay.answer(problem).groups().getFirst().solutions())
        .extracting(JudgedSolution::readable)
        .containsExactly(2, 2);
    assertThat(assay.count("verdict", problem)).isEqualTo(4);
  }

  private static String deadLetter(Returned verdict) {
    return assay.deadLetter("verdicts", new String(EventCodec.encode(verdict), UTF_8));
  }

  @Test
  void attemptsWithoutAnAnswerEndTheProblem() {
    Problem problem = problem(2, 1);

    assay.send(sound(problem, 0, null), abandoned(problem, 1));

    Answer answer = assay.answer(problem);
    assertThat(answer.status()).isEqualTo(Status.FAILED);
    assertThat(answer.reason()).contains("1 abandoned (model gone)", "1 stated no answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"problems", "critiques", "verifications", "verdicts"})
  void aMalformedRecordIsDeadLetteredWithTheReasonAndTheLoopGoesOn(String topic) {
    String noJson = "no json at all " + topic;
    String noEvent = "{\"type\":\"" + type(topic) + "\",\"usage\":7}";

    assay.send(topic, noJson);
    assay.send(topic, noEvent);
    assay.send(topic, null);

    assertThat(assay.deadLetter(topic, noJson)).contains("Unrecognized token");
    assertThat(assay.deadLetter(topic, noEvent)).isNotBlank();
    assertThatTheLoopGoesOn();
  }

  private static String type(String topic) {
    return switch (topic) {
      case "problems" -> "problem.submitted.v1";
      case "critiques" -> "solution.criticised.v1";
      case "verifications" -> "verification.requested.v1";
      default -> "verdict.returned.v1";
    };
  }

  @Test
  void anOutboxThatAnEarlierBuildLeftPoisonedHeals() {
    Problem poisoned = problem(64, 1);
    Problem other = problem(64, 1);
    Settled endless = OutboxFixture.endless(poisoned);
    assertThat(EventCodec.encode(endless)).hasSizeGreaterThan(1_100_000);
    OutboxFixture.settle(assay.jdbc, poisoned, endless.answer());
    OutboxFixture rows = new OutboxFixture().with(endless);
    IntStream.range(0, 300).forEach(number -> rows.with(request(other, number)));

    rows.insert(assay.jdbc);

    Answer answer = assay.answer(poisoned);
    assertThat(answer.status()).isEqualTo(Status.FAILED);
    assertThat(answer.reason()).contains("could not be made known", "cannot be sent");
    assertThat(answer.usage().calls()).isEqualTo(192);
    assertThat(answer.groups()).isEmpty();
    assay.settleDown();
    await().untilAsserted(() -> assertThat(Set.copyOf(asked(other, Topic.ATTEMPTS))).hasSize(300));
    assertThat(assay.answers(poisoned)).containsExactly(answer);
    assertThat(
            assay
                .jdbc
                .sql("select answer ->> 'reason' from problem where id = ?")
                .param(poisoned.id().value())
                .query(String.class)
                .single())
        .isEqualTo(answer.reason());
  }

  @Test
  void whoeverWaitsForAnOutboxRowThatCannotBeReadIsTold() {
    Problem problem = problem(1, 1);
    Problem settled = problem(3, 1);
    VerificationId verification = new VerificationId(sound(problem, 0, "24").solution().id(), 0);
    OutboxFixture.settle(assay.jdbc, settled, OutboxFixture.endless(settled).answer());

    new OutboxFixture()
        .with("attempts", problem.id() + "/5", "no attempt")
        .with("verifications", verification.toString(), "{\"type\":\"verification.wanted.v7\"}")
        .with("answers", settled.id().toString(), "no answer")
        .with("answers", "no id", "no answer")
        .with("labels", "no id", "{}")
        .insert(assay.jdbc);

    assertThat(assay.answer(settled).status()).isEqualTo(Status.FAILED);
    assertThat(assay.answer(settled).usage().calls()).isEqualTo(192);
    assertThat(assay.deadLetter("attempts", "no attempt")).contains("no");
    // New topics of dead letters have the recorder rewound: what it read so far may not be all.
    await().untilAsserted(() -> assertThatItsWorkHasEnded(problem));
  }

  private static void assertThatItsWorkHasEnded(Problem problem) {
    assertThat(assay.events(Topic.VERDICTS).filter(event -> event.problemId().equals(problem.id())))
        .hasSize(2)
        .anySatisfy(event -> assertThat(event.subject()).isEqualTo(problem.id() + "/5"))
        .anySatisfy(
            event -> assertThat(event.toString()).contains("unknown type verification.wanted.v7"));
  }

  @Test
  void anAnswerThatIsTooLongToBeMadeKnownIsNone() {
    Problem problem = problem(1, 1);

    assay.send(new Submitted(problem), sound(problem, 0, "9".repeat(16_384)));

    Answer answer = assay.answer(problem);
    assertThat(answer.status()).isEqualTo(Status.FAILED);
    assertThat(answer.work().unanswered()).isEqualTo(1);
  }

  private static AttemptEvent.Requested request(Problem problem, int number) {
    return new AttemptEvent.Requested(problem, new AttemptId(problem.id(), number));
  }

  @Test
  void anUnknownTypeIsSkipped() {
    List.of("problems", "critiques", "verifications", "verdicts")
        .forEach(topic -> assay.send(topic, "{\"type\":\"something.newer.v9\"}"));

    assertThatTheLoopGoesOn();
  }

  @Test
  void aProblemThatNobodyWorksOnIsSettledAtItsDeadline() {
    Problem problem = problem("4*6", 2, 2, Duration.ofSeconds(1));

    assay.send(new Submitted(problem));

    Answer answer = assay.answer(problem);
    assertThat(answer.status()).isEqualTo(Status.FAILED);
    assertThat(answer.late()).isTrue();
    assertThat(answer.reason()).contains("nothing arrived before the deadline");
    assertThat(answer.settledAt()).isAfterOrEqualTo(problem.deadline());
  }

  @Test
  void atTheDeadlineWhatHasArrivedDecides() {
    Problem problem = problem("4*6", 2, 4, Duration.ofSeconds(3));

    assay.send(sound(problem, 0, "24"));

    Answer answer = assay.answer(problem);
    assertThat(answer.status()).isEqualTo(Status.VERIFIED);
    assertThat(answer.text()).isEqualTo("24");
    assertThat(answer.late()).isTrue();
  }

  @Test
  void aCancelledProblemIsSettledAtOnceEvenBeforeItsSubmission() {
    Problem known = problem(2, 2);
    Problem unknown = problem(2, 2);

    assay.send(new Submitted(known), sound(known, 0, "24"), new Cancelled(known));
    assay.send(new Cancelled(unknown), new Submitted(unknown));

    for (Problem each : List.of(known, unknown)) {
      assertThat(assay.answer(each).status()).isEqualTo(Status.FAILED);
      assertThat(assay.answer(each).reason()).isEqualTo("cancelled by the caller");
    }
  }

  @Test
  void aVerifierThatIsDownBringsNoVerdictAndNothingIsVerified() {
    Problem problem = problem("down", 2, 2, Duration.ofMinutes(5));

    assay.send(sound(problem, 0, "24"), sound(problem, 1, "24"));

    Answer answer = assay.answer(problem);
    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.text()).isEqualTo("24");
    assertThat(answer.effectiveVerifications()).isZero();
    assertThat(answer.reason()).contains("only 0 of 4 verdicts were readable");
    assertThat(noVerdicts(problem)).hasSize(4).containsOnly(Reason.UNAVAILABLE);
  }

  @Test
  void garbledRepliesBringNoVerdictAndAreBilled() {
    Problem problem = problem("garbled", 1, 2, Duration.ofMinutes(5));

    assay.send(sound(problem, 0, "24"));

    Answer answer = assay.answer(problem);
    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.usage().calls()).isEqualTo(2 + 2 * 2);
    assertThat(noVerdicts(problem)).hasSize(2).containsOnly(Reason.UNREADABLE);
  }

  private static List<Reason> noVerdicts(Problem problem) {
    return assay
        .events(Topic.VERDICTS)
        .filter(event -> event.problemId().equals(problem.id()))
        .map(event -> ((NoVerdict) ((Returned) event).verdict()).reason())
        .toList();
  }

  @Test
  void everyProblemIsSettledOnceHoweverItsEventsRace() {
    List<Problem> problems =
        IntStream.range(0, 60)
            .mapToObj(i -> problem("4*6", 2, 1, Duration.ofSeconds(i % 3 == 0 ? 1 : 300)))
            .toList();

    for (Problem problem : problems) {
      // Three topics and the clock: whichever comes last, in either replica, settles it.
      Criticised critique = sound(problem, 0, "24");
      assay.send(returned(critique, 0, new Correct(1)), new Submitted(problem));
      assay.send(abandoned(problem, 1), critique);
    }

    problems.forEach(assay::answer);
    assay.settleDown();
    assertThat(problems).allSatisfy(each -> assertThat(assay.answers(each)).hasSize(1));
  }

  @Test
  void textThatTheDatabaseCannotHoldIsNoObstacle() {
    Problem problem = problem("with a NUL: \0", 1, 1, Duration.ofMinutes(5));

    assay.send(sound(problem, 0, "24\0"));

    assertThat(assay.answer(problem).text()).isEqualTo("24");
  }

  private static void assertThatTheLoopGoesOn() {
    Problem problem = problem(1, 2);
    assay.send(new Submitted(problem), sound(problem, 0, "24"));
    assertThat(assay.answer(problem).status()).isEqualTo(Status.VERIFIED);
    assay.settleDown();
  }
}
