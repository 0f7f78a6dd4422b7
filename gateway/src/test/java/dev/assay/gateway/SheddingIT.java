// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.gateway.Http.Reply;
import dev.assay.gateway.core.LoadShedding;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers hear while there is too much to do. */
class SheddingIT {

  private static final String QUESTION = "{\"question\": \"is there room?\"}";
  private static final String CHAT =
      """
      {"model": "assay", "messages": [{"role": "user", "content": "is there room?"}]}
      """;

  private final GatewayServer server = GatewayServer.running();
  private final Http http = new Http(server.url());
  private long rows;

  @BeforeEach
  void fall() {
    http.post("/v1/problems", QUESTION, "Idempotency-Key", "taken before");
    show(Optional.of(Duration.ofSeconds(20)));
    rows = server.rows("problem");
  }

  @AfterEach
  void catchUp() {
    show(Optional.empty());
  }

  private void show(Optional<Duration> oldest) {
    server.bean(ScriptedBacklog.class).show(oldest, server.bean(LoadShedding.class));
  }

  @Test
  void aNewProblemIsRefusedAndLeavesNothingBehind() {
    double before = shed();
    Reply refused = http.post("/v1/problems", QUESTION);

    assertThat(refused.status()).as(refused.text()).isEqualTo(429);
    assertThat(refused.type()).isEqualTo("application/problem+json");
    assertThat(refused.detail())
        .startsWith("too much waits to be worked: a task has waited for 20 s")
        .contains("assay.gateway.shed.oldest");
    assertComesAgain(refused);
    assertThat(server.rows("problem")).isEqualTo(rows);
    assertThat(shed()).isEqualTo(before + 1);
  }

  @Test
  void chatIsToldInTheShapeOfItsApi() {
    Reply refused = http.post("/v1/chat/completions", CHAT);

    assertThat(refused.status()).as(refused.text()).isEqualTo(429);
    assertThat(refused.body().path("error").path("type").asString()).isEqualTo("rate_limit_error");
    assertThat(refused.body().path("error").path("message").asString()).isEqualTo(refused.detail());
    assertComesAgain(refused);
    assertThat(server.rows("problem")).isEqualTo(rows);
  }

  private static void assertComesAgain(Reply refused) {
    assertThat(refused.raw().headers().firstValue("x-should-retry")).isEmpty();
    assertThat(refused.raw().headers().allValues("Retry-After"))
        .singleElement()
        .satisfies(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(20, 40));
  }

  @Test
  void whatWasTakenBeforeIsAnswered() {
    Reply again = http.post("/v1/problems", QUESTION, "Idempotency-Key", "taken before");

    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(http.post("/v1/problems", QUESTION, "Idempotency-Key", "not taken").status())
        .isEqualTo(429);
  }

  @Test
  void whatCannotBeUnderstoodIsRefusedForThat() {
    assertThat(http.post("/v1/problems", "{\"question\": \" \"}").status()).isEqualTo(400);
  }

  private double shed() {
    return server
        .bean(MeterRegistry.class)
        .counter("assay.gateway.shed", "reason", "oldest")
        .count();
  }
}
