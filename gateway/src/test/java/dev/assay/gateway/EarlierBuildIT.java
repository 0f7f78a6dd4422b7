// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.Problem;
import dev.assay.gateway.Http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EarlierBuildIT {

  private final GatewayServer server = GatewayServer.running();
  private final Http http = new Http(server.url());

  private static String path(Problem problem) {
    return "/v1/problems/" + problem.id();
  }

  @Test
  void whatWasNotCountedIsCountedWhenItIsAskedFor() {
    JsonNode settled = http.get(path(EarlierBuild.SETTLED)).body();

    JsonNode progress = settled.path("progress");
    assertThat(progress.path("drafted").asInt()).isEqualTo(1);
    assertThat(progress.path("criticised").asInt()).isEqualTo(2);
    assertThat(progress.path("refined").asInt()).isEqualTo(1);
    assertThat(progress.path("abandoned").asInt()).isEqualTo(1);
    assertThat(progress.path("verdicts").asInt()).isEqualTo(1);
    assertThat(progress.path("usage").path("calls").asInt()).isEqualTo(6);
    assertThat(settled.path("answer").path("text").asString()).isEqualTo("4");
    assertThat(settled.path("question").asString()).isEqualTo(EarlierBuild.QUESTION);
  }

  @Test
  void itsEvidenceAndItsEventsAreTold() {
    JsonNode evidence = http.get(path(EarlierBuild.SETTLED) + "/evidence").body();
    List<String> lines;
    try (Stream<String> stream = http.lines(path(EarlierBuild.SETTLED) + "/events")) {
      lines = stream.toList();
    }

    assertThat(evidence.path("complete").asBoolean()).isTrue();
    assertThat(evidence.path("attempts")).hasSize(2);
    assertThat(evidence.path("attempts").get(0).path("solutions").get(1).path("text").asString())
        .isEqualTo("2+2\n=4");
    assertThat(lines).contains("id: 11", "event: done");
    assertThat(lines.stream().filter(each -> each.contains(EarlierBuild.QUESTION)).toList())
        .as("only the submission carries the question")
        .hasSize(1);
  }

  @Test
  void itsKeysAreKnown() {
    String request =
        "{\"question\": \"%s\", \"policy\": {\"attempts\": 2, \"deadline\": 3600}}"
            .formatted(EarlierBuild.QUESTION);

    Reply same = http.post("/v1/problems", request, "Idempotency-Key", EarlierBuild.KEY);
    Reply other =
        http.post("/v1/problems", "{\"question\": \"?!\"}", "Idempotency-Key", EarlierBuild.KEY);

    assertThat(same.status()).as(same.text()).isEqualTo(200);
    assertThat(same.body().path("id").asString()).isEqualTo(EarlierBuild.SETTLED.id().toString());
    assertThat(other.status()).isEqualTo(409);
  }

  @Test
  void whatWasUnderWayGoesOn() {
    ScriptedLoop loop = new ScriptedLoop(EarlierBuild.OPEN);

    server.publish(loop.work());
    server.publish(List.of(loop.verified()));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                http.get(path(EarlierBuild.OPEN) + "/evidence")
                    .body()
                    .path("complete")
                    .asBoolean());
    JsonNode progress = http.get(path(EarlierBuild.OPEN)).body().path("progress");
    assertThat(progress.path("criticised").asInt()).isEqualTo(2);
    assertThat(progress.path("verdicts").asInt()).isEqualTo(2);
    assertThat(progress.path("usage").path("calls").asInt()).isEqualTo(7);
  }
}
