// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.assay.model.openai.ChatServer.reply;
import static dev.assay.model.openai.ChatServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.assay.model.CompletionRequest;
import dev.assay.model.ModelException;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Sampling;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call has cost that brought nothing, and what a hostile reply may not do. */
@Timeout(30)
class OpenAiModelBillTests {

  private final ChatServer server = new ChatServer();
  private final OpenAiModel model = server.model();

  @AfterEach
  void close() {
    model.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\": {\"content\": null}, \"finish_reason\": \"stop\"}",
        "{\"message\": {\"content\": null, \"refusal\": \"I will not\"}}",
        "{\"message\": {\"content\": [{\"type\": \"thinking\", \"thinking\": \"hm\"}]}}",
        "{\"message\": {\"content\": \"4\"}, \"finish_reason\": \"content_filter\"}",
        "{\"message\": {\"content\": \"4\"}, \"finish_reason\": \"abort\"}",
        ""
      })
  void aReplyWithoutUsableContentCostsWhatItSays(String choice) {
    server.replies(200, reply(choice));

    assertThat(failure().spent()).isEqualTo(new Spent(1, 11, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"choices\": [{\"message\": {\"content\": \"4",
        "{\"choices\": [], \"usage\": null}",
        "{\"choices\": [], \"usage\": {\"prompt_tokens\": -1, \"completion_tokens\": \"many\"}}",
        "{\"choices\": [], \"usage\": {\"prompt_tokens\": 1e99, \"completion_tokens\": 9999999999}}"
      })
  void aReplyThatDoesNotSayWhatItCostIsACall(String body) {
    server.replies(200, body);

    assertThat(failure().spent()).isEqualTo(Spent.ONE_CALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 408, 422, 429, 500, 503})
  void aRefusalCostsNothing(int status) {
    server.replies(status, reply(says("42", "stop")));

    assertThat(failure().spent()).isEqualTo(Spent.NOTHING);
  }

  @Test
  void aServerThatIsAwayCostsNothing() {
    server.close();

    assertThat(failure().spent()).isEqualTo(Spent.NOTHING);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
  void aServerThatGoesAwayWithoutAWordMayHaveBeenAtWork(Fault fault) {
    server.replies(aResponse().withFault(fault));

    assertThat(failure().spent()).isEqualTo(Spent.ONE_CALL);
  }

  @Test
  void aGatewayThatGaveUpWaitingHadSomebodyAtWork() {
    server.replies(504, "");

    assertThat(failure().spent()).isEqualTo(Spent.ONE_CALL);
  }

  @Test
  void aReplyThatBreaksOffIsACall() {
    server.replies(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

    assertThat(failure().spent()).isEqualTo(Spent.ONE_CALL);
  }

  @Test
  void aReplyThatNestsTooDeeplyIsNotReadToItsEnd() {
    assertExcessive("{\"choices\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");
  }

  @Test
  void aReplyOfManyTinyKeysIsNotReadToItsEnd() {
    StringBuilder body = new StringBuilder("{\"choices\": [{\"message\": {\"content\": {");
    for (int i = 0; i < 110_000; i++) {
      body.append('"').append(i).append("\":0,");
    }
    assertExcessive(body + "\"end\": 0}}}]}");
  }

  @Test
  void aReplyLongerThanAnyOfItsTokensIsNotReadToItsEnd() {
    assertExcessive(reply(says("x".repeat(2_000_000), "stop")));
  }

  private void assertExcessive(String body) {
    server.replies(200, body);

    ModelException failure = failure();
    assertThat(failure).isInstanceOf(PermanentModelException.class);
    assertThat(failure.getMessage()).contains("the reply is").hasSizeLessThan(1_024);
    assertThat(failure.spent()).isEqualTo(Spent.ONE_CALL);
  }

  @Test
  void repliesShareTheMemoryThereIsAndGiveItBack() {
    Semaphore memory = new Semaphore(50_000);
    try (OpenAiModel small = server.model(memory)) {
      for (int round = 0; round < 20; round++) {
        server.replies(200, reply(says("x".repeat(40_000), "stop")));
        assertThat(small.complete(asking()).text()).hasSize(40_000);
        server.replies(200, reply(says("x".repeat(60_000), "stop")));
        assertThat(failure(small))
            .isInstanceOf(TransientModelException.class)
            .hasMessageContaining("too many long replies");
        server.replies(503, "busy ".repeat(100_000));
        assertThat(failure(small)).hasMessageContaining("HTTP 503: busy busy");
      }
    }
    assertThat(memory.availablePermits()).isEqualTo(50_000);
  }

  @Test
  void escapesThatMakeHalfACharacterOrAControlAreReplaced() {
    server.replies(200, reply(says("4\\ud83d2 \\u0000\\u001b \\ud83d\\ude00\\n", "stop")));

    assertThat(model.complete(asking()).text()).isEqualTo("4\ufffd2 \ufffd\ufffd 😀\n");
  }

  @Test
  void aServersMessageForgesNoLineOfALog() {
    server.replies(
        400, "{\"error\": {\"message\": \"no\\r\\nINFO all is well \\ud83d\\u001b[2K\"}}");

    assertThat(failure()).hasMessageEndingWith("HTTP 400: no  INFO all is well \ufffd\ufffd[2K");
    assertThat(failure()).hasNoCause();
  }

  private ModelException failure() {
    return failure(model);
  }

  private static ModelException failure(OpenAiModel model) {
    return catchThrowableOfType(ModelException.class, () -> model.complete(asking()));
  }

  private static CompletionRequest asking() {
    return new CompletionRequest(Prompt.of("What is 6 · 7?"), Sampling.greedy(), 128);
  }
}
