// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent;
import dev.assay.contracts.ProblemId;
import dev.assay.gateway.Http.Reply;
import dev.assay.gateway.core.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a caller wants gone goes, and does not come back. */
class DeletionIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final GatewayServer server = GatewayServer.running();
  private final Http http = new Http(server.url());

  private Problem submit() {
    Reply reply = http.post("/v1/problems", "{\"question\": \"2+2?\"}");
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    return server
        .bean(Problems.class)
        .find(ProblemId.parse(reply.body().path("id").asString()))
        .orElseThrow()
        .problem();
  }

  private Problem settled() {
    Problem problem = submit();
    ScriptedLoop loop = new ScriptedLoop(problem);
    server.publish(loop.work());
    server.publish(List.of(loop.verified()));
    await()
        .atMost(SOON)
        .until(() -> http.get(path(problem) + "/evidence").body().path("complete").asBoolean());
    return problem;
  }

  private static String path(Problem problem) {
    return "/v1/problems/" + problem.id();
  }

  private long rows(String table, String column, Problem problem) {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from " + table + " where " + column + " = :id")
        .param("id", problem.id().value())
        .query(Long.class)
        .single();
  }

  private long toldDeleted(Problem problem) {
    return server.on("problems").stream()
        .filter(each -> each.contains("problem.deleted.v1"))
        .filter(each -> each.contains(problem.id().toString()))
        .count();
  }

  private void assertGone(Problem problem) {
    for (String part : List.of("", "/evidence", "/events")) {
      Reply reply = http.get(path(problem) + part);
      assertThat(reply.status()).as(part).isEqualTo(410);
      assertThat(reply.body().path("type").asString()).isEqualTo("urn:assay:problem:gone");
      assertThat(reply.body().path("detail").asString()).contains("was deleted at ");
    }
    assertThat(http.delete(path(problem)).status()).isEqualTo(410);
    assertThat(rows("problem", "id", problem)).isZero();
    assertThat(rows("event", "problem_id", problem)).isZero();
  }

  @Test
  void aSettledProblemIsGoneAtOnceAndStaysGone() {
    Problem problem = settled();
    ScriptedLoop loop = new ScriptedLoop(problem);

    assertThat(http.delete(path(problem) + "/data").status()).isEqualTo(204);

    assertGone(problem);
    await().atMost(SOON).untilAsserted(() -> assertThat(toldDeleted(problem)).isEqualTo(1));
    // As it would be where all topics are read again.
    server.publish(List.of(new ProblemEvent.Submitted(problem)));
    server.publish(loop.work());
    server.publish(List.of(loop.verified()));
    Problem after = settled();
    assertGone(problem);
    assertThat(http.delete(path(problem) + "/data").status()).isEqualTo(204);
    assertThat(http.get(path(after)).status()).isEqualTo(200);
    assertThat(toldDeleted(problem)).isEqualTo(1);
  }

  @Test
  void anOpenProblemIsGivenUpFirst() {
    Problem problem = submit();

    Reply reply = http.delete(path(problem) + "/data");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body().path("cancel_requested").asBoolean()).isTrue();
    assertThat(http.get(path(problem)).status()).isEqualTo(200);
    server.publish(List.of(new ScriptedLoop(problem).ended(Status.FAILED, false)));
    await().atMost(SOON).until(() -> http.get(path(problem)).status() == 410);
    assertGone(problem);
    await().atMost(SOON).untilAsserted(() -> assertThat(toldDeleted(problem)).isEqualTo(1));
  }

  @Test
  void whatWasDeletedElsewhereIsDeletedWhereItIsHeardOf() {
    Problem problem = settled();

    server.publish(List.of(new ProblemEvent.Deleted(problem.id(), Instant.now())));

    await().atMost(SOON).until(() -> http.get(path(problem)).status() == 410);
    assertGone(problem);
  }

  @Test
  void aStreamOfWhatIsDeletedEnds() {
    Problem problem = submit();
    try (var lines = http.lines(path(problem) + "/events")) {
      server.publish(List.of(new ProblemEvent.Deleted(problem.id(), Instant.now())));

      assertThat(lines.toList()).contains("event: done");
    }
  }

  @Test
  void whatNobodyKnowsCannotBeDeleted() {
    assertThat(http.delete("/v1/problems/" + UUID.randomUUID() + "/data").status()).isEqualTo(404);
    assertThat(http.delete("/v1/problems/nonsense/data").status()).isEqualTo(400);
  }
}
