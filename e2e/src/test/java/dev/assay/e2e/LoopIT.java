// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.assay.client.ProblemView;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Event;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Task;
import dev.assay.contracts.Topic;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.contracts.VerificationId;
import dev.assay.e2e.Broker.DeadLetter;
import dev.assay.e2e.Caller.Reply;
import dev.assay.gateway.core.ProblemEvidence;
import dev.assay.lab.loop.BenchProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers, and whoever else can reach the topics, see of the whole system. */
class LoopIT {

  @TempDir private static Path folder;
  private static Loop loop;

  @BeforeAll
  static void start() {
    loop = Loop.start(folder);
  }

  @AfterAll
  static void stop() {
    loop.close();
  }

  @Test
  void aQuestionIsAnsweredOnceAndEveryCallBehindTheAnswerIsInEvidence() {
    String id = loop.submit(Questions.any(1).getFirst().question(), Loop.USUAL);

    ProblemView view = loop.settled(id);

    Answer answer = view.settledAnswer();
    ProblemEvidence evidence = loop.evidence(id);
    List<Event> events = loop.broker.eventsOf(id);
    assertThat(evidence.answer()).isEqualTo(answer);
    assertThat(answer.late()).isFalse();
    Proof.supports(evidence);
    Proof.everyAttemptHasEnded(evidence, Proof.policy(view));
    assertThat(events).filteredOn(AnswerEvent.Settled.class::isInstance).hasSize(1);
    assertThat(answer.usage()).isEqualTo(Proof.bill(events));
    assertThat(evidence.usage()).isEqualTo(answer.usage());
    assertThat(answer.usage().calls()).isGreaterThanOrEqualTo(2 * Loop.USUAL.effort().attempts());
  }

  @Test
  void twoProblemsAtOnceDoNotMix() {
    String first = loop.submit(Questions.EASY, Loop.USUAL);
    String second = loop.submit(Questions.ALSO_EASY, Loop.USUAL);

    Answer sum = loop.settled(first).settledAnswer();
    Answer product = loop.settled(second).settledAnswer();

    assertThat(sum.text()).as(sum.reason()).isEqualTo("14");
    assertThat(product.text()).as(product.reason()).isEqualTo("25");
    assertSpeaksOnlyOf(first, Questions.EASY, second);
    assertSpeaksOnlyOf(second, Questions.ALSO_EASY, first);
  }

  private static void assertSpeaksOnlyOf(String id, String question, String other) {
    ProblemEvidence evidence = loop.evidence(id);
    assertThat(evidence.question()).isEqualTo(question);
    assertThat(loop.client.evidence(id).toString()).contains(id).doesNotContain(other);
    List<Event> events = loop.broker.eventsOf(id);
    assertThat(events)
        .filteredOn(Task.class::isInstance)
        .isNotEmpty()
        .allMatch(event -> ((Task) event).problem().question().equals(question));
    assertThat(events).noneMatch(event -> event.subject().contains(other));
    Proof.supports(evidence);
  }

  @Test
  void fiftyProblemsAtOnceAreEachSettledOnce() throws Exception {
    List<BenchProblem> problems = Questions.any(50);

    Map<String, BenchProblem> byId = submitAtOnce(problems);

    int answered = 0;
    int right = 0;
    for (var each : byId.entrySet()) {
      Answer answer = loop.settled(each.getKey()).settledAnswer();
      assertThat(answer.late()).isFalse();
      ProblemEvidence evidence = loop.evidence(each.getKey());
      assertThat(evidence.question()).isEqualTo(each.getValue().question());
      Proof.supports(evidence);
      answered += answer.text() == null ? 0 : 1;
      right += each.getValue().target().equals(answer.text()) ? 1 : 0;
    }
    assertThat(byId).hasSize(50);
    loop.assertSettledOnce(byId.keySet());
    // The model errs now and then; answers to other people's questions would hardly ever be right.
    assertThat(right).isGreaterThan(answered / 2).isGreaterThan(10);
  }

  private static Map<String, BenchProblem> submitAtOnce(List<BenchProblem> problems)
      throws Exception {
    Map<String, BenchProblem> byId = new LinkedHashMap<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> ids = new ArrayList<>();
      for (BenchProblem each : problems) {
        ids.add(callers.submit(() -> loop.submit(each.question(), Loop.QUICK)));
      }
      for (int i = 0; i < problems.size(); i++) {
        byId.put(ids.get(i).get(), problems.get(i));
      }
    }
    return byId;
  }

  @Test
  void aCancelledProblemFailsAndLateWorkDoesNotBringItBack() {
    String id = loop.submit(Questions.EASY, PolicyOverrides.grid(64, 64, 1, Loop.DEADLINE));
    await().atMost(Loop.DEADLINE).until(() -> loop.client.problem(id).progress().drafted() > 0);

    Reply reply = loop.http.delete("/v1/problems/" + id);

    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    Answer answer = loop.settled(id).settledAnswer();
    assertThat(answer.status()).isEqualTo(Status.FAILED);
    assertThat(answer.reason()).isEqualTo("cancelled by the caller");
    assertThat(answer.text()).isNull();
    sendLateWorkOf(id);
    loop.awaitIdle();
    assertThat(loop.client.problem(id).settledAnswer()).isEqualTo(answer);
    loop.assertSettledOnce(Set.of(id));
    assertThat(loop.http.delete("/v1/problems/" + id).status()).isEqualTo(409);
  }

  /** As from workers that were at it when the problem was cancelled: every attempt ends. */
  private static void sendLateWorkOf(String id) {
    AttemptId first = new AttemptId(ProblemId.parse(id), 0);
    Usage usage = new Usage(1, 2, 3, 4);
    for (int m = 0; m < 64; m++) {
      loop.broker.send(
          new Returned(
              new VerificationId(new SolutionId(first, 0), m),
              new Verdict.Correct(1),
              "a late model",
              usage));
    }
    for (int k = 1; k < 64; k++) {
      AttemptId attempt = new AttemptId(ProblemId.parse(id), k);
      loop.broker.send(new Abandoned(attempt, Stage.CRITICISM, "too late", usage));
    }
  }

  @Test
  void aDeadlineSettlesWhatCannotBeFinishedAndSaysSo() {
    String id = loop.submit(Questions.EASY, PolicyOverrides.grid(64, 64, 1, Duration.ofSeconds(1)));

    ProblemView view = loop.settled(id);

    Answer answer = view.settledAnswer();
    ProblemEvidence evidence = loop.evidence(id);
    assertThat(answer.late()).isTrue();
    assertThat(Duration.between(view.submittedAt(), answer.settledAt()))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(15));
    // Half of the verdicts are the least that verified stands on.
    assertThat(answer.status() != Status.VERIFIED || answer.effectiveVerifications() >= 32)
        .as("%s: %s", answer.status(), answer.reason())
        .isTrue();
    assertThat(answer.text() == null)
        .isEqualTo(Set.of(Status.FAILED, Status.ABSTAINED).contains(answer.status()));
    assertThat(answer.reason()).isNotBlank();
    assertThat(evidence.usage().calls()).isGreaterThanOrEqualTo(answer.usage().calls());
    Proof.supports(evidence);
    loop.assertSettledOnce(Set.of(id));
  }

  @Test
  void badRequestsAreExplainedAndLeaveNeitherRowNorRecord() throws Exception {
    Set<String> known = new HashSet<>(loop.broker.problems());
    long rows = loop.problemRows();

    for (BadRequest bad : BadRequest.all()) {
      Reply reply = loop.http.post("/v1/problems", bad.body(), "Content-Type", bad.contentType());
      String sent = bad.body().substring(0, Math.min(100, bad.body().length()));
      assertThat(reply.status()).as(sent + " -> " + reply.text()).isEqualTo(bad.status());
      assertThat(reply.type()).as(sent).startsWith("application/problem+json");
      assertThat(reply.body().path("detail").asString("")).as(sent).contains(bad.detail());
    }

    // What leaves by the outbox leaves in order: a record of theirs would be there before this.
    known.add(loop.answersAnother());
    assertThat(loop.broker.problems()).isEqualTo(known);
    assertThat(loop.problemRows()).isEqualTo(rows + 1);
  }

  @Test
  void malformedRecordsAreDeadLetteredWithAReasonAndTheLoopGoesOn() {
    Map<Topic<?>, List<String>> sent = new LinkedHashMap<>();
    for (Topic<?> topic : Topic.ALL) {
      sent.put(topic, broken(topic));
      sent.get(topic).forEach(body -> loop.broker.send(topic, body));
    }

    loop.answersAnother();

    loop.awaitIdle();
    sent.forEach(LoopIT::assertDeadLettered);
    loop.assertEveryRecordIsAccountedFor();
  }

  /** No JSON, an event without its fields, no event, and nothing at all. */
  private static List<String> broken(Topic<?> topic) {
    Class<?> known = topic.events().getPermittedSubclasses()[0];
    String type = known.getAnnotation(JsonTypeName.class).value();
    return List.of("attempt 7, please", "{\"type\": \"" + type + "\"}", "{\"crew\": 2}", "");
  }

  /** Each of the bodies once, however many read the topic. */
  private static void assertDeadLettered(Topic<?> topic, List<String> bodies) {
    List<DeadLetter> kept = loop.broker.deadLetters(topic);
    assertThat(kept)
        .as(topic.deadLetters())
        .extracting(DeadLetter::body)
        .containsExactlyInAnyOrderElementsOf(bodies);
    assertThat(kept).allSatisfy(each -> assertThat(each.reason()).isNotBlank());
  }

  @Test
  void recordsOfUnknownTypeAreCountedAndSkipped() {
    Map<String, Double> before = loop.counts("unknown");

    for (Topic<?> topic : Topic.ALL) {
      loop.broker.send(topic, "{\"type\": \"moon.landed.v7\", \"crew\": 2}");
    }

    loop.answersAnother();
    loop.awaitIdle();
    before.replaceAll((_, count) -> count + 1);
    assertThat(loop.counts("unknown")).isEqualTo(before);
    for (Topic<?> topic : Topic.ALL) {
      assertThat(loop.broker.deadLetters(topic))
          .noneMatch(each -> each.body().contains("moon.landed"));
    }
  }

  @Test
  void aChatClientGetsTheAnswerAndTheBillOfItsProblem() {
    String request =
        """
        {"model": "assay", "messages": [{"role": "user", "content": "%s"}],
         "assay": {"attempts": 4, "verifications": 4, "stopping": "fixed", "deadline": 120}}
        """
            .formatted(Questions.EASY);

    Reply reply = loop.http.post("/v1/chat/completions", request);

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    var body = reply.body();
    String id = body.path("assay").path("problem_id").asString();
    Answer answer = loop.client.problem(id).settledAnswer();
    var message = body.path("choices").path(0).path("message");
    assertThat(message.path("content").asString(null)).isEqualTo(answer.text());
    assertThat(body.path("assay").path("status").asString())
        .isEqualToIgnoringCase(answer.status().name());
    var usage = body.path("usage");
    assertThat(usage.path("prompt_tokens").asLong()).isEqualTo(answer.usage().promptTokens());
    assertThat(usage.path("completion_tokens").asLong())
        .isEqualTo(answer.usage().completionTokens());
    assertThat(usage.path("total_tokens").asLong()).isEqualTo(answer.usage().totalTokens());
    assertThat(answer.usage()).isEqualTo(Proof.bill(loop.broker.eventsOf(id)));
  }
}
