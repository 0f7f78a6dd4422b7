// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.assay.model.openai.ChatServer.question;
import static dev.assay.model.openai.ChatServer.reply;
import static dev.assay.model.openai.ChatServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.assay.model.CompletionRequest;
import dev.assay.model.ModelException;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Sampling;
import dev.assay.model.TransientModelException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OpenAiModelFailureTests {

  private final ChatServer server = new ChatServer();
  private final OpenAiModel model = server.model();

  @AfterEach
  void close() {
    model.close();
    server.close();
  }

  @Test
  void tooManyRequestsIsTransientAndCarriesTheWait() {
    server.replies(
        aResponse()
            .withStatus(429)
            .withHeader("Retry-After", "7")
            .withBody("{\"error\": {\"message\": \"slow down\"}}"));

    assertThat(failure())
        .hasMessageContaining("HTTP 429 (Retry-After: 7): slow down")
        .isInstanceOfSatisfying(
            TransientModelException.class,
            busy -> assertThat(busy.retryAfter()).hasValue(Duration.ofSeconds(7)));
    server.verify(question());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "soon", "9999999999", "Wed, 21 Oct 2026 07:28:00 GMT"})
  void aWaitThatIsNoNumberOfSecondsIsNone(String wait) {
    server.replies(aResponse().withStatus(503).withHeader("Retry-After", wait));

    assertThat(failure())
        .isInstanceOfSatisfying(
            TransientModelException.class, busy -> assertThat(busy.retryAfter()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 529})
  void whatMayPassIsTransient(int status) {
    server.replies(status, "<html>busy</html>");

    assertThat(failure())
        .isInstanceOf(TransientModelException.class)
        .hasMessageContaining("HTTP " + status + ": <html>busy</html>");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 413, 422})
  void whatWillNotPassIsPermanentAndSaysWhoRefusedWhat(int status) {
    server.replies(status, "{\"error\": {\"message\": \"not like this\"}}");

    assertThat(failure())
        .isInstanceOf(PermanentModelException.class)
        .hasMessageContaining("model tiny at http://localhost:")
        .hasMessageContaining("/v1/chat/completions: HTTP " + status + ": not like this");
  }

  @Test
  void aRefusedKeyIsNeverShownEvenWhereTheServerQuotesIt() {
    server.replies(401, "{\"error\": {\"message\": \"wrong key: " + ChatServer.KEY + "\"}}");

    assertThat(failure())
        .isInstanceOf(PermanentModelException.class)
        .hasMessageEndingWith(
            "HTTP 401: wrong key: *** (expected: the key of ASSAY_MODEL_API_KEY)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\": {\"message\": \"no room\"}}",
        "{\"error\": \"no room\"}",
        "{\"object\": \"error\", \"message\": \"no room\"}",
        "{\"detail\": \"no room\"}",
        "no room"
      })
  void theServersMessageIsFoundWhereverItKeepsIt(String body) {
    server.replies(400, body);

    assertThat(failure()).hasMessageEndingWith("HTTP 400: no room");
  }

  @Test
  void aLongMessageIsCut() {
    server.replies(422, "x".repeat(100_000));

    assertThat(failure().getMessage()).hasSizeLessThan(700).endsWith("…");
  }

  @Test
  void aServerThatDoesNotAnswerIsTransient() {
    timesOut(aResponse().withFixedDelay(5_000).withBody(reply(says("42", "stop"))));
  }

  @Test
  void aServerThatStopsInTheMiddleOfTheBodyIsTransient() {
    timesOut(aResponse().withChunkedDribbleDelay(50, 60_000).withBody(reply(says("42", "stop"))));
  }

  private void timesOut(ResponseDefinitionBuilder response) {
    server.replies(response);

    assertThatThrownBy(() -> model.complete(within(Duration.ofMillis(300))))
        .isInstanceOf(TransientModelException.class)
        .hasMessageContaining("no reply within PT0.3S");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aBrokenConnectionIsTransient(Fault fault) {
    server.replies(aResponse().withFault(fault));

    assertThat(failure()).isInstanceOf(TransientModelException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"choices\": [{\"message\": {\"content\": \"4",
        "<html>hello</html>",
        "[]",
        "null",
        "{}",
        "{\"choices\": null}",
        "{\"choices\": []}",
        "{\"choices\": [null]}",
        "{\"choices\": [\"42\"]}",
        "{\"choices\": [{}]}",
        "{\"choices\": [{\"message\": {\"content\": null}, \"finish_reason\": \"stop\"}]}",
        "{\"choices\": [{\"message\": {\"content\": 42}, \"finish_reason\": \"stop\"}]}",
        "{\"choices\": [{\"message\": {\"content\": \"\", \"reasoning\": \"Hm\"}}]}",
        "{\"choices\": [{\"message\": {\"content\": \"4\"}, \"finish_reason\": \"abort\"}]}",
        "{\"error\": {\"code\": 502, \"message\": \"the server behind is away\"}}"
      })
  void aReplyWithoutACompletionIsTransient(String body) {
    server.replies(200, body);

    assertThat(failure()).isInstanceOf(TransientModelException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\": [{\"message\": {\"content\": null, \"refusal\": \"I will not\"}}]}",
        "{\"choices\": [{\"message\": {\"content\": \"4\"}, \"finish_reason\":"
            + " \"content_filter\"}]}",
        "{\"error\": {\"code\": 401, \"message\": \"who are you\"}}"
      })
  void aReplyThatIsWithheldIsPermanent(String body) {
    server.replies(200, body);

    assertThat(failure()).isInstanceOf(PermanentModelException.class);
  }

  @Test
  void aServerThatIsAwayIsTransient() {
    server.close();

    assertThat(failure())
        .isInstanceOf(TransientModelException.class)
        .hasMessageContaining("model tiny at http://localhost:")
        .hasMessageContaining("ConnectException");
  }

  @Test
  void anInterruptEndsTheCallAndStaysVisible() {
    server.replies(aResponse().withFixedDelay(5_000));

    Thread.currentThread().interrupt();

    assertThat(failure()).isInstanceOf(TransientModelException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void closingHangsUpOnCallsInFlight() throws Exception {
    server.replies(aResponse().withFixedDelay(20_000));
    try (var thread = Executors.newSingleThreadExecutor()) {
      Future<ModelException> call = thread.submit(this::failure);
      server.awaitQuestion();

      model.close();

      assertThat(call.get()).isInstanceOf(TransientModelException.class);
    }
    assertThat(failure()).isInstanceOf(TransientModelException.class);
  }

  private ModelException failure() {
    return catchThrowableOfType(
        ModelException.class, () -> model.complete(within(Duration.ofSeconds(15))));
  }

  private static CompletionRequest within(Duration timeout) {
    return new CompletionRequest(Prompt.of("What is 6 · 7?"), Sampling.greedy(), 128, timeout);
  }
}
