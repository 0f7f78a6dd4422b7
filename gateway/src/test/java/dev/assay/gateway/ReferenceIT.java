// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.ProblemId;
import dev.assay.gateway.Http.Reply;
import dev.assay.gateway.core.Problems;
import org.junit.jupiter.api.Test;

/** Who hands a question in with its right answer, and who gets to see that. */
class ReferenceIT {

  private final GatewayServer server = GatewayServer.running();
  private final Http http = new Http(server.url());

  private Reply submit(String question, String reference) {
    return http.post(
        "/v1/problems",
        "{\"question\": \"%s\", \"reference\": \"%s\"}".formatted(question, reference));
  }

  @Test
  void theRightAnswerTravelsWithTheProblemAndIsNotShown() {
    Reply taken = submit("what is the secret?", "a hidden 42");
    String place = taken.raw().headers().firstValue("location").orElseThrow();
    ProblemId id = ProblemId.parse(taken.body().path("id").asString());

    assertThat(taken.status()).as(taken.text()).isEqualTo(202);
    assertThat(server.bean(Problems.class).find(id).orElseThrow().problem().reference())
        .isEqualTo("a hidden 42");
    assertThat(taken.text()).doesNotContain("hidden");
    assertThat(http.get(place).text()).doesNotContain("hidden");
    assertThat(http.get(place + "/evidence").text()).doesNotContain("hidden");
    await()
        .until(
            () ->
                server.on("problems").stream()
                    .anyMatch(each -> each.contains("\"reference\":\"a hidden 42\"")));
  }

  @Test
  void whatIsNoAnswerIsRefusedByName() {
    Reply reply = submit("refused?", "4".repeat(2_049));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail())
        .isEqualTo("reference: 2049 bytes (expected: at most 2048, the right answer alone)");
  }
}
