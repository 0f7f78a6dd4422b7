// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.assay.model.ServerCalls;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/** A chat server that says what a test wants, on a port of its own, and the model that asks it. */
final class ChatServer implements AutoCloseable {

  static final String KEY = "sk-hush";

  private static final String PATH = "/v1/chat/completions";

  private final WireMockServer server =
      new WireMockServer(
          wireMockConfig().dynamicPort().extensions(new CharacterModel(), new Meanwhile()));
  private volatile Runnable meanwhile = () -> {};

  ChatServer() {
    server.start();
  }

  OpenAiModel model() {
    return new OpenAiModel(settings());
  }

  /** One that calls it so. */
  OpenAiModel model(ServerCalls calls) {
    return new OpenAiModel(new OpenAiSettings(settings().baseUrl(), "tiny", KEY, calls));
  }

  /** One by whose clock the server rests. */
  OpenAiModel model(Clock clock) {
    return new OpenAiModel(settings(), new Semaphore(1 << 20), clock);
  }

  /** One whose key lies in a file. */
  OpenAiModel model(Path key) {
    return new OpenAiModel(
        new OpenAiSettings(settings().baseUrl(), "tiny", KEY, key, ServerCalls.USUAL));
  }

  /** One that has so many bytes for replies. */
  OpenAiModel model(Semaphore memory) {
    return new OpenAiModel(settings(), memory, Clock.systemUTC());
  }

  private OpenAiSettings settings() {
    return new OpenAiSettings(URI.create(url()), "tiny", KEY);
  }

  String url() {
    return server.baseUrl() + "/v1";
  }

  void replies(ResponseDefinitionBuilder response) {
    server.stubFor(post(urlEqualTo(PATH)).willReturn(response));
  }

  void replies(int status, String body) {
    replies(aResponse().withStatus(status).withBody(body));
  }

  /** Answers every question by these events. */
  void streams(String events) {
    replies(aResponse().withHeader("Content-Type", "text/event-stream").withBody(events));
  }

  /** Answers by the second reply those who ask for no stream. */
  void refusesToStream(ResponseDefinitionBuilder refusal, ResponseDefinitionBuilder whole) {
    replies(refusal);
    server.stubFor(
        post(urlEqualTo(PATH))
            .withRequestBody(matchingJsonPath("$.stream", equalTo("false")))
            .willReturn(whole));
  }

  /** Says this to every question, as far as the question allows. */
  void answers(String text) {
    replies(
        aResponse()
            .withTransformers("character-model")
            .withTransformerParameter(CharacterModel.TEXT, text));
  }

  /** Lets no question come to an end. */
  void stalls() {
    replies(aResponse().withFixedDelay(3_600_000));
  }

  void verify(RequestPatternBuilder request) {
    verify(1, request);
  }

  void verify(int times, RequestPatternBuilder request) {
    server.verify(times, request);
  }

  /** Refuses a key, and has something happen before it says so. */
  void refuses(String key, Runnable meanwhile) {
    server.stubFor(
        post(urlEqualTo(PATH))
            .withHeader("Authorization", equalTo("Bearer " + key))
            .willReturn(aResponse().withStatus(401).withTransformers("meanwhile")));
    this.meanwhile = meanwhile;
  }

  /** Returns when the first question has come in. */
  void awaitQuestion() {
    awaitQuestions(1);
  }

  /** Returns when so many have. */
  void awaitQuestions(int count) {
    // A test that is out of time is interrupted.
    while (server.findAll(question()).size() < count && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  /** Has something happen before a reply goes out. */
  private final class Meanwhile implements ResponseTransformerV2 {

    @Override
    public String getName() {
      return "meanwhile";
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
      meanwhile.run();
      return response;
    }
  }

  static RequestPatternBuilder question() {
    return postRequestedFor(urlEqualTo(PATH));
  }

  /** A whole reply around one choice. */
  static String reply(String choice) {
    return """
    {"id": "c-1", "object": "chat.completion", "model": "tiny", "choices": [%s],
     "usage": {"prompt_tokens": 11, "completion_tokens": 3, "total_tokens": 14}}
    """
        .formatted(choice);
  }

  /** A choice with the given text, which needs no escapes. */
  static String says(String text, String finishReason) {
    return """
    {"index": 0, "message": {"role": "assistant", "content": "%s"}, "finish_reason": "%s"}
    """
        .formatted(text, finishReason);
  }

  @Override
  public void close() {
    server.stop();
  }
}
