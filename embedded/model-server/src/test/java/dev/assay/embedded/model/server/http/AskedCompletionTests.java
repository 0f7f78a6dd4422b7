// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.model.CompletionRequest;
import dev.assay.model.Message;
import dev.assay.model.Message.Speaker;
import dev.assay.model.Sampling;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedCompletionTests {

  private static final Duration TIMEOUT = Duration.ofSeconds(9);
  private static final String MESSAGES = "\"messages\": [{\"role\": \"user\", \"content\": \"S\"}]";

  @Test
  void everythingThatIsAskedForIsRead() {
    AskedCompletion asked =
        read(
            """
            {"model": "critic", "temperature": 0.7, "top_p": 0.9, "max_tokens": 12, "seed": 5,
             "stop": ["#", "ab"], "messages": [
               {"role": "system", "content": "You solve."}, {"role": "developer", "content": "!"},
               {"role": "user", "content": [{"type": "text", "text": "1+"}, {"type": "text", "text": "2"}]},
               {"role": "assistant", "content": "3", "name": null}]}
            """);

    assertThat(asked.model()).isEqualTo("critic");
    CompletionRequest request = asked.request();
    assertThat(request.prompt().messages())
        .containsExactly(
            new Message(Speaker.SYSTEM, "You solve."),
            new Message(Speaker.SYSTEM, "!"),
            new Message(Speaker.USER, "1+2"),
            new Message(Speaker.ASSISTANT, "3"));
    assertThat(request.prompt().stop()).containsExactly("#", "ab");
    assertThat(request.sampling()).isEqualTo(new Sampling(0.7, 0.9, 5));
    assertThat(request.maxTokens()).isEqualTo(12);
    assertThat(request.timeout()).isEqualTo(TIMEOUT);
  }

  @Test
  void whatIsLeftOutIsAsWithOpenAi() {
    CompletionRequest request = with("\"seed\": null").request();

    assertThat(request.sampling().temperature()).isEqualTo(1);
    assertThat(request.sampling().topP()).isEqualTo(1);
    assertThat(request.sampling().seed())
        .isNotEqualTo(with("\"seed\": null").request().sampling().seed());
    assertThat(request.maxTokens()).isGreaterThan(100_000);
    assertThat(request.prompt().stop()).isEmpty();
  }

  @Test
  void theLongestReplyHasTwoNames() {
    assertThat(with("\"max_completion_tokens\": 7").request().maxTokens()).isEqualTo(7);
    assertThat(with("\"max_completion_tokens\": 7, \"max_tokens\": 7").request().maxTokens())
        .isEqualTo(7);
    assertThat(with("\"max_tokens\": 99999999999").request().maxTokens()).isPositive();
    refused("\"max_completion_tokens\": 7, \"max_tokens\": 8", "max_completion_tokens");
  }

  @Test
  void oneStopStringNeedsNoList() {
    assertThat(with("\"stop\": \"#\"").request().prompt().stop()).containsExactly("#");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"stream\": false",
        "\"n\": 1, \"best_of\": 1",
        "\"tools\": [], \"tool_choice\": \"none\", \"parallel_tool_calls\": true",
        "\"functions\": null, \"response_format\": {\"type\": \"text\"}",
        "\"logit_bias\": {}, \"logprobs\": false, \"top_logprobs\": 0",
        "\"frequency_penalty\": 0.0, \"presence_penalty\": 0, \"top_k\": -1, \"min_p\": 0",
        "\"modalities\": [\"text\"]",
        "\"user\": \"somebody\", \"metadata\": {\"a\": \"b\"}, \"store\": true",
        "\"anything_else\": null",
      })
  void whatChangesNothingPasses(String field) {
    assertThat(with(field).request().prompt().text()).isEqualTo("S");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "stream | true",
        "n | 2",
        "best_of | 4",
        "tools | [{\"type\": \"function\"}]",
        "tool_choice | \"required\"",
        "response_format | {\"type\": \"json_object\"}",
        "logit_bias | {\"5\": 10}",
        "logprobs | true",
        "top_logprobs | 3",
        "frequency_penalty | 0.5",
        "presence_penalty | -1",
        "top_k | 5",
        "guided_choice | [\"a\", \"b\"]",
      })
  void whatWouldChangeTheReplyIsRefusedByItsName(String name, String value) {
    ApiFailure failure = refused("\"%s\": %s".formatted(name, value), name);

    assertThat(failure.code()).isEqualTo("unsupported_parameter");
    assertThat(failure).hasMessageStartingWith(name + ": not served");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "temperature | -0.1",
        "temperature | 2.1",
        "temperature | 1e999",
        "temperature | \"0\"",
        "top_p | 0",
        "top_p | 1.01",
        "max_tokens | 0",
        "max_tokens | 1.5",
        "seed | 1.5",
        "seed | 92233720368547758080",
        "stop | [\"\"]",
        "stop | [\"a\", 1]",
        "stop | {}",
        "stop | [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\"]",
      })
  void whatIsOutOfRangeIsRefusedByItsName(String name, String value) {
    assertThat(refused("\"%s\": %s".formatted(name, value), name).code())
        .isEqualTo("invalid_value");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "messages | []",
        "messages | \"S\"",
        "messages | [1]",
        "messages | [{\"role\": \"user\", \"content\": \"\"}]",
        "messages[0].role | [{\"role\": \"tool\", \"content\": \"S\"}]",
        "messages[0].role | [{\"content\": \"S\"}]",
        "messages[0].content | [{\"role\": \"user\"}]",
        "messages[0].tool_calls | [{\"role\": \"user\", \"content\": \"S\", \"tool_calls\": [1]}]",
        "messages[0].content[1].type | [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"S\"}, {\"type\": \"image_url\"}]}]",
      })
  void aConversationThatIsNoneIsRefusedByItsPlace(String place, String messages) {
    ApiFailure failure = failure("{\"model\": \"critic\", \"messages\": " + messages + "}");

    assertThat(failure.param()).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{", "{\"model\": \"a\", \"model\": \"b\"}", "{\"a\": [[[["})
  void aBodyThatIsNoneIsRefused(String body) {
    assertThat(failure(body)).hasMessageStartingWith("body: no JSON");
  }

  @Test
  void whatIsNestedTooDeeplyIsNotRead() {
    assertThat(failure("{\"user\": " + "[".repeat(40) + "]".repeat(40) + "}"))
        .hasMessageContaining("nesting depth");
  }

  @Test
  void aNameWithoutEndIsNotQuotedInFull() {
    assertThat(refused("\"" + "x".repeat(10_000) + "\": 1", null).getMessage())
        .hasSizeLessThan(600);
  }

  private static ApiFailure refused(String field, String param) {
    ApiFailure failure = failure(body(field));
    if (param != null) {
      assertThat(failure.param()).isEqualTo(param);
    }
    return failure;
  }

  private static ApiFailure failure(String body) {
    ApiFailure failure = catchThrowableOfType(ApiFailure.class, () -> read(body));
    assertThat(failure).as("refusal of " + body).isNotNull();
    assertThat(failure.status().is4xxClientError()).isTrue();
    return failure;
  }

  private static AskedCompletion with(String field) {
    return read(body(field));
  }

  private static String body(String field) {
    return "{\"model\": \"critic\", " + MESSAGES + ", " + field + "}";
  }

  private static AskedCompletion read(String body) {
    return AskedCompletion.read(body.getBytes(StandardCharsets.UTF_8), TIMEOUT);
  }
}
