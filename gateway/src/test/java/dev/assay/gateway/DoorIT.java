// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.gateway.Http.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to the door that is no proper request of anybody. */
class DoorIT {

  private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  private static final List<String> METHODS =
      List.of(
          "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW");

  private static final List<String> PATHS =
      List.of(
          "/",
          "*",
          "/error",
          "/v1",
          "/v1/models",
          "/v1//models",
          "/v1/embeddings",
          "/v1/problems",
          "/v1/problems/",
          "/v1/problems/x",
          "/v1/problems/00000000-0000-7000-8000-000000000000",
          "/v1/problems/00000000-0000-7000-8000-000000000000/events",
          "/v1/problems/00000000-0000-7000-8000-000000000000/evidence",
          "/v1/problems/%2e%2e/x;a=b",
          "/v1/chat/completions",
          "/v1/chat/completions?a=%zz&b=%00",
          "/v1/chat/%00",
          "/v1/chat/a%2fb",
          "/v1/chat/a%5cb",
          "/v1/%ff%fe/\u00ff",
          "/favicon.ico",
          "/actuator/health",
          "/actuator/nothing",
          "/v3/api-docs",
          "http://localhost/v1/nothing",
          "http://other.example/v1/nothing",
          "/" + "x".repeat(20_000));

  private static final List<String> TYPES =
      List.of(
          "",
          "application/json",
          "application/json; charset=utf-16",
          "application/json; charset=none",
          "multipart/form-data",
          "multipart/form-data; boundary=b",
          "application/x-www-form-urlencoded",
          "text/plain",
          "text/event-stream",
          "*/*",
          "nonsense");

  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "null",
          "[[[[",
          "[".repeat(5_000),
          "{\"question\": {}}",
          "{\"question\": \"2+2?\", \"policy\": {\"deadline\": 1e999999999}}",
          "{\"question\": \"2+2?\", \"policy\": {\"attempts\": 1e9999, \"rule\": []}}",
          "{\"model\": [], \"messages\": {}}",
          "{\"model\": \"m\", \"messages\": [[]], \"metadata\": {\"a\": {}}}",
          "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n",
          "a=1&b=%zz&question=x",
          "\u0000\u0001\u00ff\u00fe");

  private static final List<String> ACCEPTED =
      List.of("", "*/*", "application/json", "text/html", "text/event-stream", "a/b/c");

  private final GatewayServer server = GatewayServer.running();
  private final Http http = new Http(server.url());
  private final Raw raw = new Raw(server.url());

  @Test
  void noRequestIsAFailureOfTheServerOrIsAnsweredByItsContainer() {
    Random random = new Random(11);
    try (Log log = new Log()) {
      for (String method : METHODS) {
        for (String path : PATHS) {
          for (int i = 0; i < 2; i++) {
            String request = request(method, path, random);
            assertIsProper(request, raw.exchange(request));
          }
        }
      }
      assertThat(log.ofHttp()).isEmpty();
    }
  }

  private static String request(String method, String path, Random random) {
    String body = any(BODIES, random);
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + header("Content-Type", any(TYPES, random))
        + header("Accept", any(ACCEPTED, random))
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static String header(String name, String value) {
    return value.isEmpty() ? "" : name + ": " + value + "\r\n";
  }

  private static void assertIsProper(String request, String reply) {
    String shown = request.substring(0, Math.min(300, request.length())) + "\n=> " + reply;
    assertThat(reply).as(shown).startsWith("HTTP/1.1 ");
    int status = Integer.parseInt(reply.substring(9, 12));
    assertThat(status).as(shown).isBetween(200, 499);
    assertThat(reply.toLowerCase(Locale.ROOT)).as(shown).doesNotContain("<html", "<!doc");
    assertThat(reply).as(shown).doesNotContain("\tat ", "Exception");
    if (status >= 400) {
      assertThat(reply).as(shown).containsIgnoringCase("x-should-retry: false");
      assertThat(reply).as(shown).contains("application/problem+json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/chat/%00" + END,
        "GET /v1/chat/a%2fb" + END,
        "GET /v1/chat/a%5cb" + END,
        "GET /v1/chat/a\\b" + END,
        "GET /v1/chat/{id}" + END,
        "GET /v1/chat/x HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
        "GET /v1/chat/x HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /v1/chat/x HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        "GET /v1/chat/x HTTP/1.1\r\nHost: localhost\r\nbad header\r\n\r\n",
        "GET /v1/chat/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        "G\u0001T /v1/chat/x" + END,
        "\u0016\u0003\u0001\u0002\r\n\r\n",
        "nonsense\r\n\r\n",
        "POST /v1/chat/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: x\r\n\r\n",
        "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n"
      })
  void whatTheContainerCannotReadIsAProblem(String request) {
    try (Log log = new Log()) {
      String reply = raw.exchange(request);

      assertThat(reply).startsWith("HTTP/1.1 400");
      assertThat(reply).contains("application/problem+json", "\"detail\":", "expected");
      assertThat(reply).doesNotContain("<html");
      assertThat(log.ofHttp()).isEmpty();
    }
  }

  @Test
  void aLongUrlIsAProblem() {
    String reply = raw.exchange("GET /" + "x".repeat(20_000) + END);

    assertThat(reply).startsWith("HTTP/1.1 4").contains("application/problem+json");
    assertThat(reply.length()).isLessThan(2_000);
  }

  @ParameterizedTest
  @CsvSource({"GET, /v1/models", "POST, /v1/embeddings", "DELETE, /v1/x", "BREW, /v1/chat/x"})
  void anUnknownPathIsNamedWithWhatThereIs(String method, String path) {
    Reply reply =
        http.send(http.request(path).method(method, BodyPublishers.ofString("{}")).build());

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.detail()).startsWith(path + ": no such path").contains("/v1/problems/{id}");
    assertThat(reply.body().path("error").path("message").asString()).isEqualTo(reply.detail());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/problems", "/v1/chat/completions"})
  void aFormIsAnotherType(String path) {
    Reply reply = http.post(path, "--b--", "Content-Type", "multipart/form-data; boundary=b");

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.raw().headers().firstValue("Accept")).hasValue("application/json");
  }

  @Test
  void anotherMethodIsToldWhichThereAre() {
    Reply reply = http.delete("/v1/chat/completions");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.raw().headers().firstValue("Allow")).hasValue("POST");
    assertThat(reply.detail()).isEqualTo("DELETE: not served here (expected: POST)");
  }

  @Test
  void theHeadOfAStreamDoesNotWaitForItsEnd() {
    String id = http.post("/v1/problems", "{\"question\": \"head?\"}").body().path("id").asString();

    String reply = raw.exchange("HEAD /v1/problems/" + id + "/events" + END);

    assertThat(reply).startsWith("HTTP/1.1 200").contains("text/event-stream");
  }

  @Test
  void pagesThatTakeThisMachinesNameAreSentAway() {
    String page = " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";

    assertThat(raw.exchange("GET /actuator/health" + page)).startsWith("HTTP/1.1 421");
    assertThat(raw.exchange("GET http://evil.example/v1/problems" + page))
        .startsWith("HTTP/1.1 421");
    assertThat(raw.exchange("GET /nothing" + page)).startsWith("HTTP/1.1 421");
  }

  @Test
  void aPackedQuestionIsUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write("{\"question\": \"packed?\"}".getBytes(StandardCharsets.UTF_8));
    }

    Reply reply =
        http.send(
            http.request("/v1/problems")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                .build());

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body().path("question").asString()).isEqualTo("packed?");
  }
}
