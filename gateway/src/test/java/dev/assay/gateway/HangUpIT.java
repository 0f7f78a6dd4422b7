// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.ProblemId;
import dev.assay.gateway.core.Problems;
import dev.assay.gateway.core.StoredProblem;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class HangUpIT {

  private final GatewayServer server = GatewayServer.running();
  private final Raw raw = new Raw(server.url());

  /** Another for every test. */
  private final String question = "hung up? " + UUID.randomUUID();

  private Socket ask(String header, String after) throws IOException {
    String body =
        "{\"model\": \"m\", \"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}"
            .formatted(question);
    Socket socket =
        raw.open(
            "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\n"
                + header
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"
                + body
                + after);
    await().atMost(Duration.ofSeconds(20)).until(() -> problems("") == 1);
    return socket;
  }

  private long problems(String which) {
    return server.rows("problem where question = '" + question + "'" + which);
  }

  private void assertIsCancelled() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> problems(" and cancel_requested_at is not null") == 1);
  }

  /** Longer than the gateway of the tests waits for another caller. */
  private void assertIsNotCancelled() {
    await()
        .during(Duration.ofMillis(900))
        .atMost(Duration.ofSeconds(10))
        .until(() -> problems(" and cancel_requested_at is null") == 1);
  }

  @Test
  void aProblemThatNobodyWaitsForAnyMoreIsCancelled() throws IOException {
    ask("", "").close();

    assertIsCancelled();
  }

  @Test
  void aConnectionThatBreaksOffIsAHangUpToo() throws IOException {
    Socket socket = ask("", "");
    socket.setSoLinger(true, 0);
    socket.close();

    assertIsCancelled();
  }

  @Test
  void whoeverWaitsIsWaitedFor() throws IOException {
    try (Socket patient = ask("", "")) {
      assertIsNotCancelled();
      assertThat(patient.isClosed()).isFalse();
    }
  }

  @Test
  void whatComesAfterTheRequestIsNoHangUp() throws IOException {
    try (Socket hasty = ask("", "GET /v1/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      assertIsNotCancelled();
      settle();

      String replies = new String(hasty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(replies).startsWith("HTTP/1.1 502").containsIgnoringCase("connection: close");
      assertThat(replies.lastIndexOf("HTTP/1.1 ")).as("the only reply").isZero();
    }
  }

  @Test
  void anAnswerThatNobodyReadsIsNoFailure() throws IOException {
    try (Log log = new Log()) {
      Socket socket = ask("", "");
      socket.setSoLinger(true, 0);
      socket.close();
      settle();
      await().atMost(Duration.ofSeconds(20)).until(() -> problems(" and status = 'settled'") == 1);
      assertThat(log.ofHttp()).isEmpty();
    }
  }

  @Test
  void aProblemWithAKeyIsWorkedOn() throws IOException {
    ask("Idempotency-Key: " + UUID.randomUUID() + "\r\n", "").close();

    assertIsNotCancelled();
  }

  private void settle() {
    UUID id =
        server
            .bean(JdbcClient.class)
            .sql("select id from problem where question = ?")
            .param(question)
            .query(UUID.class)
            .single();
    StoredProblem stored = server.bean(Problems.class).find(new ProblemId(id)).orElseThrow();
    server.publish(List.of(new ScriptedLoop(stored.problem()).ended(Status.FAILED, false)));
  }
}
