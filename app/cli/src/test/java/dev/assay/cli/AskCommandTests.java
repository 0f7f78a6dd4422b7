// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.assay.client.AssayClient;
import dev.assay.client.ProblemView;
import dev.assay.client.QuestionRequest;
import dev.assay.client.RefusedException;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Json;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.testing.AnswerFixture;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskCommandTests {

  private static final String ID = "00000000-0000-7000-8000-000000000001";

  @RegisterExtension
  static final WireMockExtension GATEWAY =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @BeforeEach
  void gateway() {
    GATEWAY.stubFor(
        get("/v1/problems/00000000-0000-0000-0000-000000000000")
            .willReturn(json(404, "{}").withHeader("Content-Type", "application/problem+json")));
  }

  @Test
  void aVerifiedAnswerIsSuccess() {
    settles(AnswerFixture.answer(Status.VERIFIED, "24", AnswerFixture.group("24", 4, 0.9, true)));

    assertThat(ask("--attempts", "4", "--rule", "best_of_n", "--deadline", "90s")).isZero();
    GATEWAY.verify(
        postRequestedFor(urlEqualTo("/v1/problems"))
            .withHeader("Idempotency-Key", matching(".+"))
            .withRequestBody(
                equalToJson(
                    """
                    {"question": "1 + 1 =",
                     "policy": {"attempts": 4, "rule": "best_of_n", "deadline": "PT1M30S"}}
                    """)));
  }

  @Test
  void theKindOfAQuestionIsSaidBesideIt() {
    settles(AnswerFixture.answer(Status.VERIFIED, "24"));

    assertThat(ask("--kind", "word_problems")).isZero();
    GATEWAY.verify(
        postRequestedFor(urlEqualTo("/v1/problems"))
            .withRequestBody(
                equalToJson(
                    """
                    {"question": "1 + 1 =", "kind": "word_problems", "policy": {}}
                    """)));
  }

  @Test
  void anAnswerInDoubtHasItsOwnCode() {
    settles(AnswerFixture.answer(Status.UNCERTAIN, "24"));
    assertThat(ask("--json")).isEqualTo(3);

    settles(AnswerFixture.answer(Status.ABSTAINED, null));
    assertThat(ask()).isEqualTo(3);
  }

  @Test
  void noAnswerIsFailure() {
    settles(AnswerFixture.answer(Status.FAILED, null));

    assertThat(ask()).isEqualTo(1);
  }

  @Test
  void aRefusalIsUsage() {
    GATEWAY.stubFor(
        post("/v1/problems").willReturn(json(422, "{\"detail\": \"question: out of reach\"}")));

    assertThat(ask()).isEqualTo(2);
  }

  @Test
  void aBusyServerIsFailure() {
    GATEWAY.stubFor(post("/v1/problems").willReturn(json(429, "{}")));

    assertThat(ask("--deadline", "1s")).isEqualTo(1);
  }

  @Test
  void wrongUsageIsSaidWithoutAsking() {
    assertThat(Assay.run("ask")).isEqualTo(2);
    assertThat(ask("--attempts", "many")).isEqualTo(2);
    assertThat(ask("--rule", "loudest")).isEqualTo(2);
    assertThat(ask("--deadline", "soon")).isEqualTo(2);
    assertThat(Assay.run("ask", " ", "--url", GATEWAY.baseUrl())).isEqualTo(2);
    assertThat(Assay.run("ask", "1 + 1 =", "--url", "http://127.0.0.1:1")).isEqualTo(2);
    assertThat(Assay.run("sing")).isEqualTo(2);
    assertThat(Assay.run("bench", "bbh")).isEqualTo(2);
    GATEWAY.verify(0, postRequestedFor(urlEqualTo("/v1/problems")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-3 * (4 + 5) =", "-3", "--3 + 4", "-(2)", "@q", "-x + 3 = 5", "-sin(0) ="})
  void aQuestionMayBeginAsItLikes(String question) {
    settles(AnswerFixture.answer(Status.VERIFIED, "24"));

    assertThat(Assay.run("ask", question, "--url", GATEWAY.baseUrl())).isZero();
    GATEWAY.verify(
        postRequestedFor(urlEqualTo("/v1/problems"))
            .withRequestBody(matchingJsonPath("$.question", equalTo(question))));
  }

  @Test
  void afterTwoMinusesAnythingIsAQuestion() {
    settles(AnswerFixture.answer(Status.VERIFIED, "24"));

    assertThat(Assay.run("ask", "--url", GATEWAY.baseUrl(), "--", "--attempts")).isZero();
    GATEWAY.verify(
        postRequestedFor(urlEqualTo("/v1/problems"))
            .withRequestBody(matchingJsonPath("$.question", equalTo("--attempts"))));
  }

  @Test
  void whatCannotWorkIsRefusedWithoutAsking() {
    assertThat(ask("--atempts", "3")).isEqualTo(2);
    assertThat(ask("--attempts", "0")).isEqualTo(2);
    assertThat(ask("--deadline", "2h")).isEqualTo(2);
    assertThat(ask("--max-error-rate", "1")).isEqualTo(2);
    assertThat(ask("--max-calls", "0")).isEqualTo(2);
    assertThat(ask("another")).isEqualTo(2);
    assertThat(ask("--kind", "Not a kind")).isEqualTo(2);
    assertThat(ask("--data", "")).isEqualTo(2);
    assertThat(ask("a\ufffdb")).isEqualTo(2);
    assertThat(Assay.run("ask", "x", "--url", "nonsense")).isEqualTo(2);
    assertThat(Assay.run("ask", "x", "--url", "http://127.0.0.1:65536")).isEqualTo(2);
    assertThat(Assay.run("bogus", "--help")).isEqualTo(2);
    assertThat(Assay.run("ask", "--bogus", "--help")).isEqualTo(2);
    assertThat(Assay.run("bench", "bogus", "--help")).isEqualTo(2);
    GATEWAY.verify(0, postRequestedFor(urlEqualTo("/v1/problems")));
  }

  @Test
  void aQuestionThatIsGivenUpIsCancelled() throws Exception {
    GATEWAY.stubFor(post("/v1/problems").willReturn(json(202, "{\"id\": \"" + ID + "\"}")));
    GATEWAY.stubFor(get("/v1/problems/" + ID).willReturn(json(200, "{\"id\": \"" + ID + "\"}")));
    GATEWAY.stubFor(delete("/v1/problems/" + ID).willReturn(json(202, "{\"id\": \"" + ID + "\"}")));
    AssayClient client = new AssayClient(URI.create(GATEWAY.baseUrl()));
    AskRun asking = new AskRun(client, request("1 + 1 ="));
    CountDownLatch seen = new CountDownLatch(1);
    try (ExecutorService asker = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<ProblemView> answer =
          asker.submit(() -> asking.answer(Duration.ofMinutes(1), _ -> seen.countDown()));
      assertThat(seen.await(10, TimeUnit.SECONDS)).isTrue();
      settled(AnswerFixture.answer(Status.FAILED, null));

      asking.cancel();

      assertThatThrownBy(answer::get).hasCauseInstanceOf(SystemFailedException.class);
    }
    GATEWAY.verify(1, deleteRequestedFor(urlEqualTo("/v1/problems/" + ID)));
  }

  @Test
  void whatIsSettledIsNotCancelled() {
    settles(AnswerFixture.answer(Status.VERIFIED, "24"));
    AssayClient client = new AssayClient(URI.create(GATEWAY.baseUrl()));
    AskRun asking = new AskRun(client, request("1 + 1 ="));

    asking.answer(Duration.ofMinutes(1), _ -> {});
    asking.cancel();

    GATEWAY.verify(0, deleteRequestedFor(urlEqualTo("/v1/problems/" + ID)));
  }

  @Test
  void whatIsRefusedIsNotCancelled() {
    GATEWAY.stubFor(post("/v1/problems").willReturn(json(422, "{\"detail\": \"not of a kind\"}")));
    AssayClient client = new AssayClient(URI.create(GATEWAY.baseUrl()));
    AskRun asking = new AskRun(client, request("Why?"));

    assertThatThrownBy(() -> asking.answer(Duration.ofMinutes(1), _ -> {}))
        .isInstanceOf(RefusedException.class);
    asking.cancel();

    GATEWAY.verify(1, postRequestedFor(urlEqualTo("/v1/problems")));
  }

  @Test
  void helpIsNoFailure() {
    assertThat(Assay.run()).isZero();
    assertThat(Assay.run("help", "bench")).isZero();
    assertThat(Assay.run("version")).isZero();
  }

  private static QuestionRequest request(String question) {
    return new QuestionRequest(question, null, PolicyOverrides.NONE);
  }

  private static int ask(String... options) {
    String[] all = new String[options.length + 4];
    all[0] = "ask";
    all[1] = "1 + 1 =";
    all[2] = "--url";
    all[3] = GATEWAY.baseUrl();
    System.arraycopy(options, 0, all, 4, options.length);
    return Assay.run(all);
  }

  private static void settles(Answer answer) {
    GATEWAY.stubFor(post("/v1/problems").willReturn(json(202, "{\"id\": \"" + ID + "\"}")));
    settled(answer);
  }

  private static void settled(Answer answer) {
    String view =
        """
        {"id": "%s", "status": "settled",
         "progress": {"attempts": 4, "drafted": 4}, "answer": %s}
        """
            .formatted(ID, Json.mapper().writeValueAsString(answer));
    GATEWAY.stubFor(get("/v1/problems/" + ID).willReturn(json(200, view)));
  }

  private static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }
}
