// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.ProblemId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Problems whose submission the broker will never take: their callers hear of it. */
class UndeliverableProblemsIT {

  private final GatewayServer server = GatewayServer.running();
  private final Http http = new Http(server.url());

  @Test
  void aSubmissionThatFitsIntoNoRecordIsSettledAsFailed() {
    Problem problem = kept("?".repeat(1_100_000));

    leave(
        problem.id(),
        new String(EventCodec.encode(new Submitted(problem)), StandardCharsets.UTF_8));

    JsonNode answer = settled(problem.id()).path("answer");
    assertThat(answer.path("status").asString()).isEqualToIgnoringCase("failed");
    assertThat(answer.path("reason").asString()).contains("could not be handed on");
    assertThat(answer.path("attempts").asInt()).isEqualTo(problem.policy().attempts());
  }

  @Test
  void aSubmissionThatCannotBeReadIsSettledAsFailed() {
    Problem problem = kept("What is 2 + 2?");

    leave(problem.id(), "no problem");

    assertThat(settled(problem.id()).path("answer").path("status").asString())
        .isEqualToIgnoringCase("failed");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> server.on("problems.dlq").contains("no problem"));
  }

  /** A problem as a submission keeps it. */
  private Problem kept(String question) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Problem problem = new Problem(new ProblemId(UUID.randomUUID()), question, Policy.DEFAULT, now);
    server
        .bean(JdbcClient.class)
        .sql(
            """
            insert into problem (id, question, policy, submitted_at, deadline, request_hash)
            values (:id, :question, :policy::jsonb, :at, :deadline, 'hash')
            """)
        .param("id", problem.id().value())
        .param("question", question)
        .param("policy", Json.mapper().writeValueAsString(problem.policy()))
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("deadline", problem.deadline().atOffset(ZoneOffset.UTC))
        .update();
    return problem;
  }

  private void leave(ProblemId id, String body) {
    server
        .bean(JdbcClient.class)
        .sql("insert into outbox (topic, subject, body) values ('problems', :subject, :body)")
        .param("subject", id.toString())
        .param("body", body)
        .update();
  }

  private JsonNode settled(ProblemId id) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                http.get("/v1/problems/" + id).body().path("status").asString().equals("settled"));
    return http.get("/v1/problems/" + id).body();
  }
}
