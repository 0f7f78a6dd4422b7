// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static dev.assay.model.openai.ChatServer.question;
import static dev.assay.model.openai.ChatServer.reply;
import static dev.assay.model.openai.ChatServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Sampling;
import dev.assay.model.ServerCalls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of servers that want it otherwise. */
@Timeout(30)
class RequestShapeTests {

  private final ChatServer server = new ChatServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void fieldsAreRenamedLeftOutAndAdded() {
    ask(
        calls(
            false,
            "max_tokens=max_completion_tokens",
            "temperature, top_p,seed",
            "{\"chat_template_kwargs\": {\"enable_thinking\": false}, \"cache_salt\": \"a\"}"),
        Prompt.of("What is 6 · 7?"));

    server.verify(
        question()
            .withRequestBody(
                equalToJson(
                    """
                    {"model": "tiny",
                     "messages": [{"role": "user", "content": "What is 6 · 7?"}],
                     "max_completion_tokens": 128, "stream": false, "cache_salt": "a",
                     "chat_template_kwargs": {"enable_thinking": false}}
                    """)));
  }

  @Test
  void whatIsAddedGoesBeforeWhatWouldBeSent() {
    ask(calls(null, null, null, "{\"seed\": -1, \"top_k\": 20}"), Prompt.of("?"));

    server.verify(
        question()
            .withRequestBody(matchingJsonPath("$.seed", equalTo("-1")))
            .withRequestBody(matchingJsonPath("$.top_k", equalTo("20"))));
  }

  @Test
  void aFieldThatIsNotSentIsNotRenamed() {
    ask(calls(null, "stop=stop_sequences", "logit_bias", null), Prompt.of("?"));

    server.verify(question().withRequestBody(matchingJsonPath("$.stop_sequences", absent())));
  }

  @Test
  void noMoreThanFourStopStringsAreSent() {
    ask(
        ServerCalls.USUAL,
        new Prompt(Prompt.of("?").messages(), List.of("a", "b", "c", "d", "e"), null, List.of()));

    server.verify(
        question()
            .withRequestBody(
                matchingJsonPath("$.stop", equalToJson("[\"a\", \"b\", \"c\", \"d\"]"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\": {\"message\": \"no\", \"param\": \"stream\", \"code\": \"unsupported_parameter\"}}",
        "{\"error\": {\"message\": \"stream: not served (expected: false; a reply comes whole)\"}}",
        "{\"error\": {\"message\": \"Unrecognized request argument supplied: stream_options\"}}",
        "{\"detail\": [{\"loc\": [\"body\", \"stream_options\"], \"msg\": \"Extra inputs are not permitted\"}]}"
      })
  void aServerThatDoesNotStreamIsAskedForWholeReplies(String refusal) {
    server.refusesToStream(
        aResponse().withStatus(400).withBody(refusal),
        aResponse().withBody(reply(says("42", "stop"))));
    try (OpenAiModel model = server.model()) {
      for (int i = 0; i < 3; i++) {
        assertThat(model.complete(asking(Prompt.of("?"), 0)).text()).isEqualTo("42");
      }
    }
    // Once it has been told.
    server.verify(4, question());
  }

  @Test
  void aServerThatIsSaidToStreamIsNotAskedAgain() {
    server.refusesToStream(
        aResponse().withStatus(400).withBody("{\"error\": \"stream: no\"}"),
        aResponse().withBody(reply(says("42", "stop"))));
    try (OpenAiModel model = server.model(calls(true, null, null, null))) {
      assertThatThrownBy(() -> model.complete(asking(Prompt.of("?"), 0)))
          .isInstanceOf(PermanentModelException.class)
          .hasMessageContaining("assay.role.model.calls.stream");
    }
    server.verify(1, question());
  }

  @Test
  void howLikelyTokensAreIsAskedForAndRead() {
    server.replies(
        200,
        reply(
            """
            {"message": {"content": "42"}, "finish_reason": "stop", "logprobs": {"content": [
              {"token": "4", "logprob": -0.25, "bytes": null, "top_logprobs": [
                 {"token": "4", "logprob": -0.25}, {"token": "5", "logprob": -9999.0},
                 {"token": "5", "logprob": -3}, {"token": "6", "logprob": null}, {}]},
              {"token": "\\ud83d", "logprob": -1},
              {"token": "no", "logprob": "very"}, null]}}
            """));
    ServerCalls calls =
        new ServerCalls(null, null, null, null, true, null, null, null, null, null, null, null);
    try (OpenAiModel model = server.model(calls)) {
      assertThat(model.capabilities()).containsExactly(Capability.LOG_PROBABILITIES);
      var tokens = model.complete(asking(Prompt.of("?"), 50)).tokens();

      assertThat(tokens).hasSize(2);
      assertThat(tokens.getFirst().logProbability()).isEqualTo(-0.25);
      assertThat(tokens.getFirst().alternatives()).isEqualTo(Map.of("4", -0.25, "5", -3.0));
      assertThat(tokens.getLast().text()).isEqualTo("\ufffd");
      assertThat(model.complete(asking(Prompt.of("?"), 0)).tokens()).isEmpty();
    }
    server.verify(
        question()
            .withRequestBody(matchingJsonPath("$.logprobs", equalTo("true")))
            .withRequestBody(matchingJsonPath("$.top_logprobs", equalTo("20"))));
  }

  @Test
  void noMoreCallsThanTheServerHasPlacesForAreMadeAtATime() throws Exception {
    server.replies(aResponse().withFixedDelay(3_600_000));
    ServerCalls one =
        new ServerCalls(null, null, null, null, null, null, null, null, 1, null, null, null);
    try (OpenAiModel model = server.model(one)) {
      Thread first =
          Thread.ofVirtual()
              .start(
                  () ->
                      assertThatThrownBy(() -> model.complete(asking(Prompt.of("?"), 0)))
                          .isNotNull());
      server.awaitQuestion();

      assertThatThrownBy(
              () ->
                  model.complete(
                      new CompletionRequest(
                          Prompt.of("?"), Sampling.greedy(), 1, Duration.ofMillis(100))))
          .hasMessageContaining("no place at the server within PT0.1S")
          .hasMessageContaining("assay.role.model.calls.most");
      first.interrupt();
      first.join();
      server.replies(200, reply(says("42", "stop")));
      assertThat(model.complete(asking(Prompt.of("?"), 0)).text()).isEqualTo("42");
    }
    server.verify(2, question());
  }

  @Test
  void whoeverWaitsToTryAgainHoldsNoPlace() {
    server.replies(aResponse().withStatus(429).withHeader("Retry-After", "20"));
    ServerCalls one =
        new ServerCalls(null, null, null, null, null, null, null, null, 1, null, null, null);
    try (OpenAiModel model = server.model(one)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> model.complete(asking(Prompt.of("?"), 0)))
            .hasMessageContaining("HTTP 429 (Retry-After: 20)");
      }
      server.replies(200, reply(says("42", "stop")));
      assertThat(model.complete(asking(Prompt.of("?"), 0)).text()).isEqualTo("42");
    }
  }

  @Test
  void aRequestIsPackedWhereTheServerTakesItSo() {
    ask(Calling.packed(), Prompt.of("What is 6 · 7?"));

    // The stub unpacks what it is said to be packed.
    server.verify(
        question()
            .withHeader("Content-Encoding", equalTo("gzip"))
            .withRequestBody(matchingJsonPath("$.messages[0].content", equalTo("What is 6 · 7?"))));
  }

  @Test
  void aRequestIsNotPackedUnasked() {
    ask(ServerCalls.USUAL, Prompt.of("?"));

    server.verify(question().withoutHeader("Content-Encoding"));
  }

  @ParameterizedTest
  @CsvSource({"415, Unsupported", "400, JSON decode error"})
  void aServerThatTakesNoPackedRequestIsToldOfByTheSetting(int status, String words) {
    server.replies(status, "{\"error\": {\"message\": \"" + words + "\"}}");
    try (OpenAiModel model = server.model(Calling.packed())) {
      assertThatThrownBy(() -> model.complete(asking(Prompt.of("?"), 0)))
          .isInstanceOf(PermanentModelException.class)
          .hasMessageContaining("assay.role.model.calls.gzip=false");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rename | max_tokens | rename: max_tokens (expected: such as",
        "rename | max_tokens=a=b | rename: max_tokens=a=b (expected: such as",
        "rename | max tokens=a | rename: max tokens (expected: the name of a field",
        "rename | messages=input | rename: messages (expected: a field that",
        "leave-out | messages | leave-out: messages (expected: a field that",
        "leave-out | a b | leave-out: a b (expected: the name of a field",
        "add | [] | add: [] (expected: a JSON object",
        "add | {\"a\": | add: {\"a\": (expected: a JSON object",
        "add | {\"n\": 2} | add: n (expected: none of messages, stream, n)",
        "add | {\"stream\": true} | add: stream (expected: none of"
      })
  void whatCannotBeSentIsToldByItsProperty(String property, String value, String told) {
    assertThatThrownBy(
            () ->
                server.model(
                    switch (property) {
                      case "rename" -> calls(null, value, null, null);
                      case "leave-out" -> calls(null, null, value, null);
                      default -> calls(null, null, null, value);
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("assay.role.model.calls." + told);
  }

  private static ServerCalls calls(
      @Nullable Boolean stream,
      @Nullable String rename,
      @Nullable String leaveOut,
      @Nullable String add) {
    return new ServerCalls(
        stream, rename, leaveOut, add, null, null, null, null, null, null, null, null);
  }

  private void ask(ServerCalls calls, Prompt prompt) {
    server.replies(200, reply(says("42", "stop")));
    try (OpenAiModel model = server.model(calls)) {
      assertThat(model.complete(asking(prompt, 0)).text()).isEqualTo("42");
    }
  }

  private static CompletionRequest asking(Prompt prompt, int likeliest) {
    return new CompletionRequest(prompt, Sampling.greedy(), 128, likeliest, Duration.ofSeconds(20));
  }
}
