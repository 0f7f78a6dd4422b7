// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.gateway.Http.Reply;
import dev.assay.gateway.core.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ChatIT {

  private final GatewayServer server = GatewayServer.running();
  private final Http http = new Http(server.url());

  private CompletableFuture<Reply> ask(String question, String more) {
    String body =
        """
        {"model": "assay", "messages": [{"role": "user", "content": "%s"}]%s}
        """
            .formatted(question, more);
    return CompletableFuture.supplyAsync(() -> http.post("/v1/chat/completions", body));
  }

  private Problem submitted(String question) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> find(question), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<Problem> find(String question) {
    return server
        .bean(JdbcClient.class)
        .sql("select id from problem where question = :question")
        .param("question", question)
        .query(UUID.class)
        .optional()
        .flatMap(id -> server.bean(Problems.class).find(new ProblemId(id)))
        .map(found -> found.problem());
  }

  private Reply settle(String more, Function<ScriptedLoop, AnswerEvent.Settled> end) {
    String question = "ask " + UUID.randomUUID();
    CompletableFuture<Reply> reply = ask(question, more);
    ScriptedLoop loop = new ScriptedLoop(submitted(question));
    server.publish(loop.work());
    server.publish(List.of(end.apply(loop)));
    return reply.join();
  }

  @Test
  void anAnswerComesInTheShapeOfTheApi() {
    Reply reply =
        settle(
            ", \"temperature\": 0.2, \"seed\": 1, \"assay\": {\"attempts\": 2}",
            ScriptedLoop::verified);

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    JsonNode body = reply.body();
    assertThat(body.path("id").asString()).startsWith("chatcmpl-");
    assertThat(body.path("object").asString()).isEqualTo("chat.completion");
    JsonNode choice = body.path("choices").get(0);
    assertThat(choice.path("message").path("content").asString()).isEqualTo("4");
    assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
    assertThat(body.path("usage").path("total_tokens").asInt()).isEqualTo(105);
    JsonNode assay = body.path("assay");
    assertThat(assay.path("status").asString()).isEqualToIgnoringCase("verified");
    assertThat(assay.path("effective_verifications").asDouble()).isEqualTo(1);
    assertThat(assay.path("ignored").valueStream().map(JsonNode::asString))
        .containsExactly("seed", "temperature");
  }

  @Test
  void anAbstentionIsARefusalAndNotProse() {
    Reply reply = settle("", loop -> loop.ended(Status.ABSTAINED, false));

    assertThat(reply.status()).isEqualTo(200);
    JsonNode message = reply.body().path("choices").get(0).path("message");
    assertThat(message.path("content").isNull()).isTrue();
    assertThat(message.path("refusal").asString()).contains("because the script says so");
  }

  @ParameterizedTest
  @CsvSource({"false, 502", "true, 504"})
  void aFailureIsAnError(boolean late, int status) {
    Reply reply = settle("", loop -> loop.ended(Status.FAILED, late));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.type()).startsWith("application/problem+json");
    assertThat(reply.body().path("error").path("message").asString())
        .contains("because the script says so");
  }

  @Test
  void whatWasCancelledIsAConflict() {
    Reply reply =
        settle(
            "",
            loop -> {
              AnswerEvent.Settled end = loop.ended(Status.FAILED, false);
              http.delete("/v1/problems/" + end.problemId());
              return end;
            });

    assertThat(reply.status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({"text/event-stream", "text/html", "application/xml", "nonsense"})
  void aTypeThatIsNotServedIsRefusedBeforeAnyWork(String accept) {
    String body =
        "{\"model\": \"m\", \"messages\": [{\"role\": \"user\", \"content\": \"in vain?\"}]}";

    Reply reply = http.post("/v1/chat/completions", body, "Accept", accept);

    assertThat(reply.status()).isEqualTo(406);
    assertThat(reply.type()).startsWith("application/problem+json");
    assertThat(reply.body().path("error").path("message").asString()).isNotBlank();
    assertThat(server.rows("problem where question = 'in vain?'")).isZero();
  }

  @Test
  void whatWouldBeBoughtAgainIsNotToBeAskedAgain() {
    Reply failed = settle("", loop -> loop.ended(Status.FAILED, false));
    Reply refused = ask("write a poem", "").join();

    assertThat(failed.raw().headers().firstValue("x-should-retry")).hasValue("false");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.raw().headers().firstValue("x-should-retry")).hasValue("false");
  }

  @Test
  void anAnswerThatNeverComesIsATimeOut() {
    Reply reply = ask("anybody there?", ", \"assay\": {\"deadline\": 1}").join();

    assertThat(reply.status()).isEqualTo(504);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"stream\": true | stream: true is not supported",
        "\"n\": 2 | n: 2 is not supported",
        "\"tools\": [{}] | tools: not supported",
        "\"response_format\": {\"type\": \"json_object\"} | response_format: not supported",
        "\"temperatur\": 1 | temperatur: unknown field",
        "\"assay\": {\"attempts\": 0} | policy.attempts: 0 (expected: 1 to 64)"
      })
  void whatIsNotSupportedIsSaid(String field, String detail) {
    Reply reply = ask("refused?", ", " + field).join();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.detail()).contains(detail);
    assertThat(server.rows("problem where question = 'refused?'")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | 0 user messages",
        "[{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"user\", \"content\": \"b\"}] | 2"
            + " user",
        "[{\"role\": \"assistant\", \"content\": \"a\"}] | history, role assistant",
        "[{\"role\": \"user\", \"content\": null}] | no text",
        "[{\"role\": \"user\", \"content\": [{\"type\": \"image_url\"}]}] | not text",
        "[{\"role\": \"king\", \"content\": \"a\"}] | messages[0].role: king",
        "[null] | messages[0].role"
      })
  void otherConversationsAreRefused(String messages, String detail) {
    Reply reply =
        http.post("/v1/chat/completions", "{\"model\": \"m\", \"messages\": " + messages + "}");

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.detail()).contains(detail);
  }
}
