// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecordingIT {

  private final GatewayServer server = GatewayServer.running();
  private final Http http = new Http(server.url());

  @Test
  void eventsOfUnknownProblemsAreCountedAndSkipped() {
    ProblemId nobodys = new ProblemId(UUID.randomUUID());
    Problem unknown = new Problem(nobodys, "?", Policy.DEFAULT, Instant.EPOCH);
    long before = count("assay.events.unknown_problem");

    server.publish(List.of(new ScriptedLoop(unknown).ended(Status.FAILED, false)));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> count("assay.events.unknown_problem") == before + 1);
    assertThat(http.get("/v1/problems/" + nobodys).status()).isEqualTo(404);
  }

  @Test
  void brokenAnswersAreKeptForPeople() {
    String broken = "{\"type\": \"answer.settled.v1\", \"mark\": \"" + UUID.randomUUID() + "\"}";

    server.publish(Topic.ANSWERS, "key", broken.getBytes(StandardCharsets.UTF_8));

    await().atMost(Duration.ofSeconds(20)).until(() -> server.on("answers.dlq").contains(broken));
    assertThat(count("assay.records?tag=group:gateway&tag=outcome:malformed")).isPositive();
  }

  @Test
  void noBeanIsNamedLikeATopic() {
    // StreamBridge would take it for the channel to the topic, and events would go nowhere.
    assertThat(Topic.ALL).noneMatch(topic -> server.hasBeanOfOurs(topic.name()));
  }

  private long count(String metric) {
    JsonNode body = http.get("/actuator/metrics/" + metric).body();
    return body.path("measurements").path(0).path("value").asLong(0);
  }
}
