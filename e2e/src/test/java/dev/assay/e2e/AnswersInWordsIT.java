// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.AssayClient;
import dev.assay.client.SettlementPolling;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Comparison;
import dev.assay.contracts.Event;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Topic;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.embedded.servers.Ports;
import dev.assay.gateway.core.ProblemEvidence;
import dev.assay.gateway.core.ProblemEvidence.AnswerComparison;
import dev.assay.gateway.core.ProblemEvidence.Revision;
import dev.assay.lab.loop.SettlementCounter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question whose answers are words, before the real program and a model on a server. */
class AnswersInWordsIT {

  private static final String QUESTION = "Which treaty ended the Thirty Years' War?";
  private static final Duration DEADLINE = Duration.ofMinutes(4);
  private static final int ATTEMPTS = 3;
  private static final int VERIFICATIONS = 4;
  private static final PolicyOverrides EFFORT =
      PolicyOverrides.grid(ATTEMPTS, VERIFICATIONS, 0, DEADLINE);

  /** All pairs of three answers that nothing computes. */
  private static final int PAIRS = 3;

  @TempDir private Path place;

  @AfterEach
  void leaveNoDatabaseBehind() throws IOException {
    Optional<Postgres> orphan = Postgres.in(place.resolve("data"));
    orphan.ifPresent(Postgres::stop);
  }

  private Program serve(WordyModel model, Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("ASSAY_MODEL_URL", model.url());
    settings.put("ASSAY_MODEL_NAME", "wordy");
    return Program.serve(place.resolve("data"), Ports.free(), settings);
  }

  @Test
  void withoutAnArbiterNothingTellsWhichOfThemAreOne() throws Exception {
    try (WordyModel model = new WordyModel();
        Program program = serve(model, Map.of())) {
      SettlementPolling settling = new SettlementPolling(new AssayClient(program.url()), DEADLINE);
      String id = settling.submit(QUESTION, EFFORT, "words");

      Answer answer = settling.await(id, _ -> {}).settledAnswer();

      assertThat(answer.status()).as(answer.reason()).isEqualTo(Status.UNCERTAIN);
      assertThat(answer.groups()).hasSize(ATTEMPTS);
      assertThat(model.compared()).isZero();
    }
  }

  @Test
  void withOneItIsVerifiedThoughTheProgramIsKilledWhileHeIsAsked() throws Exception {
    Map<String, String> both =
        Map.of(
            "ASSAY_ARBITER",
            "true",
            "ASSAY_OUTCOME",
            "summarised",
            // Nobody hangs up on a call that is held.
            "ASSAY_ROLE_TIMEOUT",
            "5m");
    try (WordyModel model = new WordyModel()) {
      String id;
      model.holdComparisons();
      try (Program program = serve(model, both)) {
        AssayClient client = new AssayClient(program.url());
        id = client.submit(QUESTION, EFFORT, "words");
        await()
            .atMost(DEADLINE)
            .until(
                () ->
                    model.compared() > 0
                        && client.problem(id).progress().verdicts() == ATTEMPTS * VERIFICATIONS);
        assertThat(client.problem(id).settled()).isFalse();
        program.kill();
      }
      model.goOn();

      try (Program program = serve(model, both)) {
        SettlementPolling settling =
            new SettlementPolling(new AssayClient(program.url()), DEADLINE);
        Answer answer = settling.await(id, _ -> {}).settledAnswer();

        assertThat(answer.status()).as(answer.reason()).isEqualTo(Status.VERIFIED);
        assertThat(answer.text()).contains("Westphalia");
        assertThat(answer.groups()).hasSize(2);
        // A draft, a critique, an outcome and verdicts of each, and the comparisons.
        assertThat(answer.usage().calls()).isEqualTo(ATTEMPTS * (3 + VERIFICATIONS) + PAIRS);
        ProblemEvidence evidence = Proof.read(settling.evidence(id));
        assertComparisons(evidence);
        assertOutcomes(evidence);
        assertEachOnce(program.kafka(), id);
        program.stop(Duration.ofSeconds(30));
      }
    }
  }

  private static void assertComparisons(ProblemEvidence evidence) {
    List<AnswerComparison> comparisons =
        evidence.attempts().stream().flatMap(each -> each.comparisons().stream()).toList();
    assertThat(comparisons)
        .hasSize(PAIRS)
        .allSatisfy(each -> assertThat(each.answer()).isNotNull());
    assertThat(comparisons)
        .extracting(AnswerComparison::judgement)
        .containsExactlyInAnyOrder(Comparison.EQUAL, Comparison.DIFFERENT, Comparison.DIFFERENT);
  }

  /** A mistake in the first step of the outcome is one in the second of the solution. */
  private static void assertOutcomes(ProblemEvidence evidence) {
    List<Revision> solutions =
        evidence.attempts().stream().map(each -> each.solutions().getLast()).toList();
    assertThat(solutions)
        .hasSize(ATTEMPTS)
        .allSatisfy(
            each -> {
              assertThat(each.steps()).hasSize(3);
              assertThat(each.outcome()).hasSize(2);
              assertThat(each.covers()).containsExactly(List.of(1), List.of(2));
              assertThat(Objects.requireNonNull(each.summary()).made()).isTrue();
            });
    assertThat(solutions.stream().flatMap(each -> each.verdicts().stream()))
        .filteredOn(each -> each.verdict() instanceof FirstError)
        .hasSize(VERIFICATIONS)
        .allSatisfy(
            each -> {
              assertThat(((FirstError) each.verdict()).index()).isEqualTo(1);
              assertThat(each.outcomeError()).isZero();
            });
  }

  private static void assertEachOnce(Path kafka, String id) {
    assertThat(SettlementCounter.count(kafka, Set.of(id)).good()).isTrue();
    try (Broker broker = new Broker(kafka)) {
      await().atMost(DEADLINE).until(broker::idle);
      assertThat(broker.events(Topic.COMPARISONS).stream().map(Event::eventId).distinct())
          .hasSize(PAIRS);
      assertThat(broker.events(Topic.OUTCOMES).stream().map(Event::eventId).distinct())
          .hasSize(ATTEMPTS);
      for (Topic<?> topic : List.of(Topic.COMPARISONS, Topic.OUTCOMES, Topic.VERDICTS)) {
        assertThat(broker.deadLetters(topic)).isEmpty();
      }
    }
  }
}
