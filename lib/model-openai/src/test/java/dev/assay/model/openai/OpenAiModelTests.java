// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static dev.assay.model.openai.ChatServer.question;
import static dev.assay.model.openai.ChatServer.reply;
import static dev.assay.model.openai.ChatServer.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.CompletionRequest;
import dev.assay.model.Message;
import dev.assay.model.Message.Speaker;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.model.Sampling;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiModelTests {

  private final ChatServer server = new ChatServer();
  private final OpenAiModel model = server.model();

  @AfterEach
  void close() {
    model.close();
    server.close();
  }

  @Test
  void asksWithOneUserMessageAndTheWholeSampling() {
    server.replies(200, reply(says("42", "stop")));

    Prompt prompt =
        new Prompt(
            List.of(new Message(Speaker.USER, "What is 6 · 7?")),
            List.of("END", "\n\n"),
            null,
            List.of());

    model.complete(new CompletionRequest(prompt, new Sampling(0.7, 0.9, 5), 128));

    server.verify(
        question()
            .withHeader("Authorization", equalTo("Bearer " + ChatServer.KEY))
            .withHeader("Content-Type", equalTo("application/json"))
            .withHeader("Upgrade", absent())
            .withRequestBody(
                equalToJson(
                    """
                    {"model": "tiny",
                     "messages": [{"role": "user", "content": "What is 6 · 7?"}],
                     "temperature": 0.7, "top_p": 0.9, "max_tokens": 128, "seed": 5,
                     "stream": true, "stream_options": {"include_usage": true}, "stop": ["END", "\\n\\n"]}
                    """)));
  }

  @Test
  void everyMessageIsOneOfTheChat() {
    server.replies(200, reply(says("42", "stop")));
    Prompt prompt =
        new Prompt(
            List.of(
                new Message(Speaker.SYSTEM, "Be brief."),
                new Message(Speaker.USER, "6 · 7?"),
                new Message(Speaker.ASSISTANT, "41"),
                new Message(Speaker.USER, "Again.")),
            List.of(),
            null,
            List.of());

    model.complete(new CompletionRequest(prompt, Sampling.greedy(), 8));

    server.verify(
        question()
            .withRequestBody(matchingJsonPath("$.stop", absent()))
            .withRequestBody(
                matchingJsonPath(
                    "$.messages",
                    equalToJson(
                        """
                        [{"role": "system", "content": "Be brief."},
                         {"role": "user", "content": "6 · 7?"},
                         {"role": "assistant", "content": "41"},
                         {"role": "user", "content": "Again."}]
                        """))));
  }

  @Test
  void aSeedIsFoldedIntoWhatEveryServerTakes() {
    assertThat(ChatRequests.seed(Long.MIN_VALUE)).isNotNegative();
    assertThat(ChatRequests.seed(-1)).isNotNegative();
    assertThat(ChatRequests.seed(1L << 40)).isNotEqualTo(ChatRequests.seed(1L << 41));
  }

  @Test
  void halfACharacterInThePromptIsNoFailure() {
    server.replies(200, reply(says("42", "stop")));

    model.complete(new CompletionRequest(Prompt.of("broken \ud83d here"), Sampling.greedy(), 8));

    server.verify(question());
  }

  @Test
  void aReplyIsReadWithItsBill() {
    server.replies(200, reply(says("forty-two", "stop")));

    assertThat(model.complete(asking())).isEqualTo(new Reply("forty-two", Finish.STOP, 11, 3));
  }

  @ParameterizedTest
  @CsvSource({"stop,STOP", "length,LENGTH", "max_tokens,LENGTH", "eos,STOP", "'',STOP"})
  void finishReasonsAreMapped(String reason, Finish finish) {
    server.replies(200, reply(says("42", reason)));

    assertThat(model.complete(asking()).finish()).isEqualTo(finish);
  }

  @Test
  void aMissingFinishReasonAndAMissingBillAreNoFailure() {
    server.replies(
        200, "{\"choices\": [{\"message\": {\"content\": \"42\"}, \"finish_reason\": null}]}");

    assertThat(model.complete(asking())).isEqualTo(new Reply("42", Finish.STOP, 0, 0));
  }

  @Test
  void thinkingThatUsedUpTheLimitIsAnEmptyTextWithItsBill() {
    server.replies(
        200,
        reply(
            """
            {"message": {"content": null, "reasoning_content": "Hm,"}, "finish_reason": "length"}
            """));

    assertThat(model.complete(asking()))
        .isEqualTo(new Reply("", "Hm,", Finish.LENGTH, 11, 3, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reasoning_content\": \"Hm,\", \"content\": \"42\"}",
        "{\"reasoning\": \"Hm,\", \"content\": \"42\"}",
        "{\"reasoning\": \"Hm,\", \"reasoning_content\": \"Hm,\", \"content\": \"42\"}",
        "{\"content\": \"<think>Hm,</think>42\"}"
      })
  void thinkingIsSetApartWhereverTheServerPutsIt(String message) {
    server.replies(200, reply("{\"message\": " + message + ", \"finish_reason\": \"stop\"}"));

    assertThat(model.complete(asking()))
        .isEqualTo(new Reply("42", "Hm,", Finish.STOP, 11, 3, List.of()));
  }

  private static CompletionRequest asking() {
    return new CompletionRequest(Prompt.of("What is 6 · 7?"), Sampling.greedy(), 128);
  }
}
