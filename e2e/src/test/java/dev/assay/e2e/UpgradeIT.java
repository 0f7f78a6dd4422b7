// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.AssayClient;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Topic;
import dev.assay.embedded.servers.EmbeddedDatabase;
import dev.assay.embedded.servers.EmbeddedKafka;
import dev.assay.embedded.servers.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Services of a build that has landed beside those of this one, on the same topics and schema. A
 * command and no test of every build, as it builds the other one: {@code make upgrade-check}.
 */
@EnabledIfSystemProperty(
    named = "assay.base",
    matches = ".+",
    disabledReason = "make upgrade-check BASE=COMMIT runs it")
class UpgradeIT {

  private static final List<String> SERVICES =
      List.of(
          "verifier-service", "generator-service", "critic-service", "refine-service", "gateway");

  private static final Duration DEADLINE = Duration.ofMinutes(8);
  private static final PolicyOverrides EFFORT = PolicyOverrides.grid(4, 2, 1, DEADLINE);
  private static final int AT_ONCE = 4;

  @TempDir private Path folder;
  private final List<Process> running = new ArrayList<>();
  private final Map<String, AssayClient> asked = new HashMap<>();
  private CountingModel model;
  private EmbeddedKafka kafka;
  private EmbeddedDatabase database;

  @BeforeEach
  void start() throws IOException {
    model = new CountingModel();
    kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    database = EmbeddedDatabase.start(folder.resolve("postgres"));
  }

  @AfterEach
  void stop() {
    running.forEach(each -> each.destroyForcibly().onExit().join());
    database.close();
    kafka.close();
    model.close();
  }

  @Test
  void eachProblemSettlesOnceWhileOneBuildReplacesTheOther() throws Exception {
    Path said = Files.createDirectories(Path.of("target", "upgrade-check"));
    Build before = new Build("before", Path.of(System.getProperty("assay.base")), said);
    Build after = new Build("after", Path.of(".."), said);

    assertThat(before.migrate(variables())).isZero();
    AssayClient old = start(before);
    List<Process> olds = List.copyOf(running);
    ask(old);
    assertThat(after.migrate(variables())).as("migrated while the old services run").isZero();
    ask(old);
    AssayClient fresh = start(after);
    ask(old);
    ask(fresh);
    awaitSettled();
    ask(old);
    ask(fresh);
    olds.forEach(Process::destroy);
    for (Process each : olds) {
      each.waitFor();
    }
    // Whoever asked the old gateway goes on at the new one.
    asked.replaceAll((id, client) -> fresh);
    ask(fresh);
    awaitSettled();
    assertEachIsSettledOnce();
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(kafka.serviceSettings());
    variables.put("ASSAY_DB_URL", database.jdbcUrl());
    variables.put("ASSAY_DB_ADMIN_USER", database.user());
    variables.put("ASSAY_DB_ADMIN_PASSWORD", database.password());
    variables.put("ASSAY_GATEWAY_DB_PASSWORD", "g");
    variables.put("ASSAY_VERIFIER_DB_PASSWORD", "v");
    variables.put("ASSAY_MODEL_URL", model.url());
    variables.put("ASSAY_MODEL_NAME", CountingModel.NAME);
    variables.put("ASSAY_STYLE", "general");
    return variables;
  }

  /** All services of a build; gives a client of its gateway, when that answers. */
  private AssayClient start(Build build) throws IOException {
    int port = 0;
    for (String service : SERVICES) {
      port = Ports.free();
      Map<String, String> variables = variables();
      variables.put("SERVER_PORT", String.valueOf(port));
      running.add(build.start(service, variables));
    }
    AssayClient client = new AssayClient(URI.create("http://127.0.0.1:" + port));
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              assertThat(running)
                  .as("services of build " + build.name())
                  .allMatch(Process::isAlive);
              return client.answers();
            });
    return client;
  }

  private void ask(AssayClient client) {
    for (int i = 0; i < AT_ONCE; i++) {
      asked.put(client.submit("What is 2 + 2?", EFFORT, "problem " + asked.size()), client);
    }
  }

  private void awaitSettled() {
    await()
        .atMost(DEADLINE)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                asked.entrySet().stream()
                    .allMatch(each -> each.getValue().problem(each.getKey()).settled()));
  }

  private void assertEachIsSettledOnce() {
    try (Broker broker = new Broker(kafka.clientFile())) {
      await().atMost(DEADLINE).until(broker::idle);
      assertThat(broker.events(Topic.ANSWERS))
          .extracting(event -> event.problemId().toString())
          .containsExactlyInAnyOrderElementsOf(asked.keySet());
      for (Topic<?> topic : Topic.ALL) {
        assertThat(broker.deadLetters(topic)).as("dead letters of " + topic.name()).isEmpty();
      }
    }
    assertThat(asked)
        .allSatisfy(
            (id, client) -> {
              assertThat(client.problem(id).settledAnswer().status()).isEqualTo(Status.VERIFIED);
              assertThat(client.problem(id).settledAnswer().late()).isFalse();
            });
  }
}
