// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.gateway.Http.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubmissionIT {

  private static final String LONG = "x".repeat(32 * 1024 + 1);

  private final GatewayServer server = GatewayServer.running();
  private final Http http = new Http(server.url());

  static Stream<Arguments> badRequests() {
    return Stream.of(
        bad(400, "{}", "question: missing"),
        bad(400, "", "body: missing"),
        bad(400, "{\"question\": \"\"}", "question: blank"),
        bad(400, "{\"question\": \" \\n\"}", "question: blank"),
        bad(400, "{\"question\": \"\u00a0\u200b\ufeff\u3164\u2028\"}", "question: blank"),
        bad(400, "{\"question\": null}", "question: missing"),
        bad(400, "{\"question\": 5}", "question"),
        bad(400, "{\"question\": \"" + LONG + "\"}", "question: 32769 bytes"),
        bad(413, "{\"question\": \"" + LONG.repeat(8) + "\"}", "larger than 262144"),
        bad(400, "what is 2+2?", "not JSON"),
        bad(400, "{\"question\": \"2+2?\"} {}", ""),
        bad(400, "[]", "body"),
        bad(400, "{\"question\": \"2+2?\", \"question\": \"3\"}", "Duplicate"),
        bad(
            400,
            "{\"question\": \"2+2?\", \"n\": 4}",
            "n: unknown field (known: kind, policy, question, reference)"),
        bad(
            400,
            policy("\"attemptz\": 3"),
            "policy.attemptz: unknown field (known: abstain_below, alpha, attempts, budget, deadline,"
                + " false_pass, forced_endings, max_error_rate, quorum, revisions, rule, stopping,"
                + " verifications, verified_from)"),
        bad(400, policy("\"attempts\": 0"), "policy.attempts: 0 (expected: 1 to 64)"),
        bad(400, policy("\"attempts\": 1000000"), "policy.attempts: 1000000 (expected: 1 to 64)"),
        bad(400, policy("\"attempts\": 99999999999"), "policy.attempts"),
        bad(400, policy("\"attempts\": \"x\""), "policy.attempts: \"x\" (expected: an integer)"),
        bad(400, policy("\"attempts\": \"3\""), "policy.attempts"),
        bad(400, policy("\"attempts\": 1.5"), "policy.attempts"),
        bad(400, policy("\"attempts\": true"), "policy.attempts"),
        bad(400, policy("\"alpha\": -1"), "policy.alpha: -1.0 (expected: 0.0 to 2.0)"),
        bad(400, policy("\"quorum\": 0"), "policy.quorum"),
        bad(400, policy("\"deadline\": \"-PT5S\""), "policy.deadline: PT-5S (expected: PT1S"),
        bad(400, policy("\"deadline\": -5"), "policy.deadline: PT-5S"),
        bad(400, policy("\"deadline\": \"soon\""), "policy.deadline: \"soon\""),
        bad(400, policy("\"rule\": \"dice\""), "policy.rule: dice (expected: pessimistic"),
        bad(400, policy("\"stopping\": \"never\""), "policy.stopping: never (expected: fixed"),
        bad(400, policy("\"max_error_rate\": 1"), "policy.max_error_rate: 1.0 (expected: above 0"),
        bad(
            400,
            policy("\"budget\": {\"calls\": 0}"),
            "policy.budget.calls: 0 (expected: 1 to 100000)"),
        bad(400, policy("\"budget\": {\"callz\": 1}"), "policy.budget.callz: unknown field"),
        bad(400, policy("\"budget\": 9"), "policy.budget"),
        bad(
            400,
            policy("\"budget\": {\"cost\": {\"amount\": 1, \"currency\": \"euro\"}}"),
            "policy.budget.cost.currency: euro (expected: a code of ISO 4217"),
        bad(
            400,
            policy("\"budget\": {\"cost\": {\"amount\": 1e999999999, \"currency\": \"EUR\"}}"),
            "policy.budget.cost.amount"),
        bad(400, "{\"question\": \"2+2?\", \"policy\": []}", "policy"),
        bad(400, "{\"question\": \"a\\u0000b\"}", "control character U+0000 at index 1"),
        bad(400, "{\"question\": \"a\\u001bb\"}", "control character U+001B"),
        bad(400, "{\"question\": \"a\\ud800b\"}", "half a character"),
        bad(422, "{\"question\": \"write a poem\"}", "writes no poems"));
  }

  private static Arguments bad(int status, String body, String detail) {
    return Arguments.of(status, body, detail);
  }

  private static String policy(String field) {
    return "{\"question\": \"2+2?\", \"policy\": {" + field + "}}";
  }

  @ParameterizedTest
  @MethodSource("badRequests")
  void badRequestsAreRefusedAndLeaveNothing(int status, String body, String detail) {
    long problems = server.rows("problem");

    Reply reply = http.post("/v1/problems", body);

    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.type()).startsWith("application/problem+json");
    assertThat(reply.detail()).contains(detail);
    assertThat(reply.body().path("title").asString()).isNotBlank();
    assertThat(reply.body().path("type").asString()).isNotBlank();
    assertThat(reply.body().path("instance").asString()).isEqualTo("/v1/problems");
    assertThat(reply.body().path("status").asInt()).isEqualTo(status);
    assertThat(server.rows("problem")).isEqualTo(problems);
  }

  @Test
  void whatWasRefusedIsNotPublished() {
    http.post("/v1/problems", "{\"question\": \"unheard of poem\"}");
    http.post("/v1/problems", "{\"question\": \"unheard of\", \"policy\": {\"attempts\": 0}}");

    assertThat(server.on("problems")).noneMatch(each -> each.contains("unheard of"));
    assertThat(server.rows("outbox where body like '%unheard of%'")).isZero();
  }

  @Test
  void aRefusedQuestionSaysHowToAttachAModel() {
    Reply reply = http.post("/v1/problems", "{\"question\": \"write a poem\"}");

    assertThat(reply.detail()).contains("docs/models.md", "assay.role.model.");
  }

  @Test
  void theLargestQuestionMayBeEscaped() {
    String question = "\\u7b54".repeat(32 * 1024 / 3);

    Reply reply = http.post("/v1/problems", "{\"question\": \"" + question + "\"}");

    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    assertThat(reply.body().path("question").asString()).hasSize(32 * 1024 / 3).startsWith("答");
  }

  @Test
  void aTypeThatIsNotServedIsRefusedBeforeThereIsAProblem() {
    long problems = server.rows("problem");
    String body = "{\"question\": \"2+2?\"}";

    assertProblem(http.post("/v1/problems", body, "Accept", "text/event-stream"), 406);
    assertProblem(http.post("/v1/problems", body, "Accept", "application/xml"), 406);

    assertThat(server.rows("problem")).isEqualTo(problems);
  }

  @Test
  void anotherContentTypeIsRefused() {
    Reply reply =
        http.post("/v1/problems", "{\"question\": \"2+2?\"}", "Content-Type", "text/plain");

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.type()).startsWith("application/problem+json");
  }

  @Test
  void aLongBodyOfUnknownLengthIsRefused() {
    byte[] body = ("{\"question\": \"" + LONG.repeat(8) + "\"}").getBytes(StandardCharsets.UTF_8);
    var request =
        http.request("/v1/problems")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.fromPublisher(
                    BodyPublishers.ofByteArrays(List.of(body)))) // no length is said
            .build();

    assertThat(http.send(request).status()).isEqualTo(413);
  }

  @Test
  void otherMistakesAreProblemsToo() {
    assertProblem(http.get("/v1/problems/nonsense"), 400);
    assertProblem(http.get("/v1/problems/00000000-0000-7000-8000-000000000000"), 404);
    assertProblem(http.get("/v1/problems/00000000-0000-7000-8000-000000000000/events"), 404);
    assertProblem(http.get("/v1/problems/00000000-0000-7000-8000-000000000000/evidence"), 404);
    assertProblem(http.delete("/v1/problems/00000000-0000-7000-8000-000000000000"), 404);
    assertProblem(http.get("/v1/nothing"), 404);
    assertProblem(http.delete("/v1/problems"), 405);
    var events = http.request("/v1/problems/x/events").header("Accept", "text/event-stream");
    assertProblem(http.send(events.build()), 400);
  }

  private static void assertProblem(Reply reply, int status) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.type()).startsWith("application/problem+json");
    assertThat(reply.body().path("status").asInt()).isEqualTo(status);
  }

  @Test
  void deadlinesAreSecondsOrIso() {
    Reply seconds = http.post("/v1/problems", policy("\"deadline\": 30"));
    Reply iso = http.post("/v1/problems", policy("\"deadline\": \"PT30S\""));

    assertThat(seconds.body().path("policy").path("deadline").asString()).isEqualTo("PT30S");
    assertThat(iso.body().path("policy").path("deadline").asString()).isEqualTo("PT30S");
    assertThat(seconds.raw().headers().firstValue("location"))
        .hasValue("/v1/problems/" + seconds.body().path("id").asString());
  }

  @Test
  void identicalRequestsAtOnceMakeOneProblem() throws Exception {
    List<Future<Reply>> pending = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        pending.add(threads.submit(() -> post("one of twenty?", "twenty")));
      }
    }
    List<Reply> replies = new ArrayList<>();
    for (Future<Reply> each : pending) {
      replies.add(each.get());
    }

    assertThat(replies).extracting(Reply::status).containsOnly(200, 202);
    assertThat(replies).filteredOn(each -> each.status() == 202).hasSize(1);
    assertThat(replies)
        .extracting(each -> each.body().path("id").asString())
        .containsOnly(replies.getFirst().body().path("id").asString());
    assertThat(server.rows("problem where question = 'one of twenty?'")).isEqualTo(1);
  }

  @Test
  void aKeyIsGoodForOneRequestOnly() {
    assertThat(post("first?", "used").status()).isEqualTo(202);

    assertProblem(post("second?", "used"), 409);
    assertProblem(post("first?", "x".repeat(256)), 400);
    assertThat(server.rows("problem where question = 'second?'")).isZero();
  }

  private Reply post(String question, String key) {
    String body = "{\"question\": \"" + question + "\"}";
    return http.post("/v1/problems", body, "Idempotency-Key", key);
  }

  @Test
  void theApiIsDocumented() {
    Reply document = http.get("/v3/api-docs");

    assertThat(document.status()).isEqualTo(200);
    assertThat(document.body().path("paths").propertyNames())
        .containsExactlyInAnyOrder(
            "/v1/problems",
            "/v1/problems/{id}",
            "/v1/problems/{id}/events",
            "/v1/problems/{id}/data",
            "/v1/problems/{id}/evidence",
            "/v1/chat/completions");
    assertThat(document.text()).contains("verified_from").doesNotContain("verifiedFrom");
  }

  @Test
  void healthAndCountersAreShown() {
    assertThat(http.get("/actuator/health").body().path("status").asString()).isEqualTo("UP");
    assertThat(http.get("/actuator/metrics").status()).isEqualTo(200);
  }
}
