// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.Reply;
import dev.assay.model.TransientModelException;
import dev.assay.testing.ScriptedModel;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes back over HTTP, and what becomes of those who leave. */
@Timeout(60)
class ModelServerTests {

  private static final String CHAT = "/v1/chat/completions";
  private static final String ASKED =
      "{\"model\": \"%s\", \"messages\": [{\"role\": \"user\", \"content\": \"S\"}]}";

  private static ServerFixture server;
  private static HttpClient http;

  @BeforeAll
  static void serve() {
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    server =
        ServerFixture.serving(
            Map.of(
                "scripted",
                ScriptedModel.answering(prompt -> prompt + "!"),
                "away",
                ScriptedModel.failing(new TransientModelException("its queue is full"))),
            "--assay.server.largest-body=2KB",
            "--server.address=");
  }

  @AfterAll
  static void close() {
    server.close();
    http.close();
  }

  @Test
  void aCompletionHasItsBill() throws Exception {
    JsonNode reply = json(post(CHAT, ASKED.formatted("scripted")), 200);

    assertThat(reply.path("object").asString()).isEqualTo("chat.completion");
    assertThat(reply.path("model").asString()).isEqualTo("scripted");
    assertThat(reply.path("choices")).hasSize(1);
    JsonNode choice = reply.path("choices").path(0);
    assertThat(choice.path("message").path("content").asString()).isEqualTo("S!");
    assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
    assertThat(reply.path("usage"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree("{\"prompt_tokens\": 1, \"completion_tokens\": 2, \"total_tokens\": 3}"));
  }

  @Test
  void aReplyThatIsCutOffSaysSo() throws Exception {
    String asked = ASKED.formatted("scripted").replace("\"model\"", "\"max_tokens\": 1, \"model\"");

    JsonNode choice = json(post(CHAT, asked), 200).path("choices").path(0);

    assertThat(choice.path("message").path("content").asString()).isEqualTo("S");
    assertThat(choice.path("finish_reason").asString()).isEqualTo("length");
  }

  @Test
  void theModelsAreListed() throws Exception {
    assertThat(json(get("/v1/models"), 200).path("data").valueStream())
        .extracting(each -> each.path("id").asString())
        .containsExactly("away", "scripted");
  }

  @Test
  void anUnknownModelIsAnsweredWithThoseThereAre() throws Exception {
    JsonNode error = error(post(CHAT, ASKED.formatted("nobody")), 404);

    assertThat(error.path("code").asString()).isEqualTo("model_not_found");
    assertThat(error.path("param").asString()).isEqualTo("model");
    assertThat(error.path("type").asString()).isEqualTo("invalid_request_error");
    assertThat(error.path("message").asString())
        .isEqualTo("model: nobody (expected: away, scripted)");
  }

  @Test
  void whatMayPassIsToBeAskedAgain() throws Exception {
    HttpResponse<String> reply = post(CHAT, ASKED.formatted("away"));

    assertThat(error(reply, 503).path("code").asString()).isEqualTo("overloaded");
    assertThat(error(reply, 503).path("type").asString()).isEqualTo("server_error");
    assertThat(reply.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void aBodyIsReadUpToItsBound() throws Exception {
    String asked = ASKED.formatted("scripted");

    json(post(CHAT, asked + " ".repeat(2048 - asked.length())), 200);
    JsonNode error = error(post(CHAT, asked + " ".repeat(2049 - asked.length())), 413);

    assertThat(error.path("message").asString()).contains("larger than 2048 bytes");
  }

  @Test
  void whatIsNotServedIsToldInTheSameShape() throws Exception {
    assertThat(error(get("/v1/embeddings"), 404).path("message").asString())
        .contains("/v1/chat/completions");
    assertThat(error(get(CHAT), 405).path("message").asString()).contains("GET");
    assertThat(error(send(request(CHAT, "S").setHeader("Content-Type", "text/plain")), 415))
        .isNotEmpty();
    assertThat(error(post(CHAT, "half of {"), 400).path("message").asString()).contains("no JSON");
  }

  @Test
  void itTellsHowItIs() throws Exception {
    json(post(CHAT, ASKED.formatted("scripted")), 200);

    assertThat(get("/actuator/health/liveness").body()).contains("UP");
    assertThat(get("/actuator/health/readiness").body()).contains("UP");
    assertThat(get("/actuator/prometheus").body())
        .contains("assay_model_calls ")
        .contains("assay_model_tokens_total{kind=\"completion\",model=\"scripted\"}");
  }

  @Test
  void unlessItIsSaidOtherwiseNobodyComesInFromOutside() {
    TomcatWebServer web =
        (TomcatWebServer) ((ServletWebServerApplicationContext) server.context()).getWebServer();

    assertThat(String.valueOf(web.getTomcat().getConnector().getProperty("address")))
        .contains("127.0.0.1");
  }

  @Test
  void whoComesWhenAllPlacesAreTakenIsToComeAgainAndWhoLeavesGivesHisUp() throws Exception {
    Stalled stalled = new Stalled();
    try (ServerFixture small =
        ServerFixture.serving(Map.of("stalled", stalled), "--assay.server.most-calls=1")) {
      try (Socket first = new Socket("localhost", small.port())) {
        first.getOutputStream().write(raw(ASKED.formatted("stalled")));
        stalled.taken.await();

        HttpResponse<String> second =
            http.send(request(small, "{}").build(), BodyHandlers.ofString());

        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
      }
      // Hung up: the model is told, without any reply being tried.
      stalled.interrupted.await();
    }
  }

  private static byte[] raw(String body) {
    return """
    POST %s HTTP/1.1\r
    Host: localhost\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    %s"""
        .formatted(CHAT, body.length(), body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return send(request(path, body));
  }

  private static HttpRequest.Builder request(String path, String body) {
    return HttpRequest.newBuilder(server.address(path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder request(ServerFixture other, String body) {
    return HttpRequest.newBuilder(other.address(CHAT))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(server.address(path)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> reply, int status) {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
    assertThat(reply.headers().firstValue("Content-Type")).contains("application/json");
    return JsonMapper.shared().readTree(reply.body());
  }

  private static JsonNode error(HttpResponse<String> reply, int status) {
    JsonNode error = json(reply, status).path("error");
    assertThat(error.propertyNames()).containsExactlyInAnyOrder("message", "type", "param", "code");
    return error;
  }

  /** Takes a call on and says when it is hung up. */
  private static final class Stalled implements Model {

    private final CountDownLatch taken = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public String name() {
      return "stalled";
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of();
    }

    @Override
    public Reply complete(CompletionRequest request) {
      taken.countDown();
      try {
        new CountDownLatch(1).await();
        throw new AssertionError("nobody lets it go on");
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw new TransientModelException("interrupted", e);
      }
    }
  }
}
