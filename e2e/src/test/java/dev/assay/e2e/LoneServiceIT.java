// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.CritiqueEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Topic;
import dev.assay.embedded.servers.EmbeddedKafka;
import dev.assay.embedded.servers.Ports;
import dev.assay.testing.ProblemFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service as a process without what it needs, and one that is told to stop. */
class LoneServiceIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void withoutWhatItNeedsItLivesAndSaysWhatItWaitsFor() {
    String kafka = "127.0.0.1:" + Ports.free();
    String database = "127.0.0.1:" + Ports.free();
    String model = "http://127.0.0.1:" + Ports.free() + "/v1";
    Map<String, String> settings =
        Map.of(
            "ASSAY_KAFKA",
            kafka,
            "ASSAY_DB_URL",
            "jdbc:postgresql://" + database + "/assay",
            "ASSAY_VERIFIER_DB_PASSWORD",
            "v",
            "ASSAY_MODEL_URL",
            model,
            "ASSAY_MODEL_NAME",
            "some");
    try (ServiceProcess verifier = new ServiceProcess("verifier-service", settings, folder)) {
      verifier.start();
      await().atMost(PATIENCE).until(() -> verifier.probe("liveness") == 200);

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(verifier.said())
                      .contains("waiting for kafka: Kafka at " + kafka)
                      .contains(
                          "(expected: a broker at ASSAY_KAFKA that answers to ASSAY_KAFKA_PROTOCOL")
                      .contains("waiting for postgresql: Connection to " + database + " refused")
                      .contains("(expected: PostgreSQL at ASSAY_DB_URL; start it)")
                      .contains("waiting for model: model some at " + model + " does not answer"));
      assertThat(verifier.probe("readiness")).isEqualTo(503);
      assertThat(verifier.probe("liveness")).isEqualTo(200);
      assertThat(verifier.said().lines()).as("a line for each").hasSizeLessThan(8);
    }
  }

  @Test
  void whatItHasInHandForLongerThanItMayStayIsGivenBackAndDoneByTheNext() throws Exception {
    try (CountingModel model = new CountingModel();
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        Broker broker = new Broker(kafka.clientFile());
        ServiceProcess critic = new ServiceProcess("critic-service", with(kafka, model), folder)) {
      critic.start();
      critic.awaitReady();
      model.hold();
      Event drafted = drafted();
      broker.send(drafted);
      await().atMost(PATIENCE).until(() -> model.asked() == 1);

      critic.stop();

      assertThat(broker.events(Topic.CRITIQUES)).isEmpty();
      assertThat(broker.deadLetters(Topic.SOLUTIONS)).isEmpty();
      model.goOn();
      critic.start();
      await().atMost(PATIENCE).until(() -> !broker.events(Topic.CRITIQUES).isEmpty());
      List<CritiqueEvent> critiques = broker.events(Topic.CRITIQUES);
      assertThat(critiques).hasSize(1);
      assertThat(critiques.getFirst().problemId()).isEqualTo(drafted.problemId());
    }
  }

  private static Map<String, String> with(EmbeddedKafka kafka, CountingModel model) {
    Map<String, String> settings = new HashMap<>(kafka.serviceSettings());
    settings.put("ASSAY_MODEL_URL", model.url());
    settings.put("ASSAY_MODEL_NAME", CountingModel.NAME);
    settings.put("ASSAY_STOP_WITHIN", "1s");
    return settings;
  }

  /** Nobody is late: the deadline is yet to come. */
  private static Drafted drafted() {
    Drafted some = ProblemFixture.drafted(ProblemFixture.RIGHT);
    Problem problem = some.problem();
    Problem now = new Problem(problem.id(), problem.question(), problem.policy(), Instant.now());
    return new Drafted(now, some.solution(), some.model(), some.spend());
  }
}
