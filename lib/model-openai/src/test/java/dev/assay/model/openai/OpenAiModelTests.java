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

import dev.assay.model.Completion;
import dev.assay.model.Completion.Finish;
import dev.assay.model.Completion.Token;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    model.complete(
        new CompletionRequest(
            "What is 6 · 7?",
            new Sampling(0.7, 0.9, 5),
            128,
            Model.DEFAULT_TIMEOUT,
            List.of("END", "\n\n"),
            Set.of()));

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
                     "stream": false, "stop": ["END", "\\n\\n"]}
                    """)));
  }

  @Test
  void asksForLogProbabilitiesOnlyWhereTokensAreNamed() {
    server.replies(200, reply(says("42", "stop")));

    model.complete(naming("yes"));

    server.verify(
        question()
            .withRequestBody(matchingJsonPath("$[?(@.logprobs == true)]"))
            .withRequestBody(matchingJsonPath("$.top_logprobs", equalTo("20")))
            .withRequestBody(matchingJsonPath("$.stop", absent())));
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

    model.complete(new CompletionRequest("broken \ud83d here", Sampling.greedy(), 8));

    server.verify(question());
  }

  @Test
  void aReplyIsReadWithItsBillAndHandedOverOnce() {
    server.replies(200, reply(says("forty-two", "stop")));
    List<String> pieces = new ArrayList<>();

    Completion completion = model.complete(asking(), pieces::add);

    assertThat(completion).isEqualTo(new Completion("forty-two", List.of(), 11, 3, Finish.STOP));
    assertThat(pieces).containsExactly("forty-two");
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

    assertThat(model.complete(asking()))
        .isEqualTo(new Completion("42", List.of(), 0, 0, Finish.STOP));
  }

  @Test
  void thinkingThatUsedUpTheLimitIsAnEmptyTextWithItsBill() {
    server.replies(
        200,
        reply(
            """
            {"message": {"content": null, "reasoning_content": "Hm,"}, "finish_reason": "length"}
            """));
    List<String> pieces = new ArrayList<>();

    assertThat(model.complete(asking(), pieces::add))
        .isEqualTo(new Completion("", List.of(), 11, 3, Finish.LENGTH));
    assertThat(pieces).isEmpty();
  }

  @Test
  void namedTokensAreFoundAmongTheAlternatives() {
    server.replies(
        200,
        reply(
            scored(
                """
                {"token": "no", "logprob": -0.5, "top_logprobs": [
                  {"token": "no", "logprob": -0.5}, {"token": "yes", "logprob": -1.5}]},
                {"token": "<end>", "logprob": -0.1, "top_logprobs": []}
                """)));

    assertThat(model.complete(naming("yes", "no", "maybe")).tokens())
        .containsExactly(
            new Token("no", -0.5, Map.of("no", -0.5, "yes", -1.5)),
            new Token("<end>", -0.1, Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"token\": \"no\", \"logprob\": null}",
        "{\"token\": \"no\"}",
        "{\"token\": \"Hm\", \"logprob\": -0.5}",
        "''"
      })
  void tokensThatDoNotSpellTheTextOrLackAProbabilityAreNotGiven(String listed) {
    server.replies(200, reply(scored(listed)));

    assertThat(model.complete(naming("no")))
        .isEqualTo(new Completion("no", List.of(), 11, 3, Finish.STOP));
  }

  private static String scored(String tokens) {
    return """
    {"message": {"content": "no"}, "finish_reason": "stop", "logprobs": {"content": [%s]}}
    """
        .formatted(tokens);
  }

  private static CompletionRequest asking() {
    return new CompletionRequest("What is 6 · 7?", Sampling.greedy(), 128);
  }

  private static CompletionRequest naming(String... tokens) {
    return new CompletionRequest(
        "True?", Sampling.greedy(), 1, Model.DEFAULT_TIMEOUT, List.of(), Set.of(tokens));
  }
}
