// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static dev.assay.model.openai.ChatServer.question;
import static dev.assay.model.openai.ChatServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.model.Sampling;
import dev.assay.model.ServerCalls;
import dev.assay.model.ServerCalls.Constraint;
import dev.assay.model.ServerCalls.Prefill;
import dev.assay.text.TextTable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a reply is begun for a model or kept to a few texts, and what comes back. */
@Timeout(60)
class ReplyFormTests {

  private static final Map<String, RecordedExchange> EXCHANGES = RecordedExchange.all();

  private final ChatServer server = new ChatServer();

  @AfterEach
  void close() {
    server.close();
  }

  static List<TextTable.Row> rows() {
    return TextTable.of(ReplyFormTests.class, "reply-forms.tsv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aReplyBeginsBehindThePrefillAndIsTheChoiceWhereItIsOne(TextTable.Row row) {
    for (boolean stream : new boolean[] {false, true}) {
      if (stream) {
        server.streams(events(row.get("input"), row.get("finish")));
      } else {
        server.replies(200, reply(choice(row.get("input"), row.get("finish"))));
      }
      Reply reply = ask(row, stream);

      assertThat(reply.text()).as(row.place()).isEqualTo(row.get("expected"));
      assertThat(reply.finish().name()).as(row.place()).isEqualTo(row.get("told"));
    }
  }

  private Reply ask(TextTable.Row row, boolean stream) {
    try (OpenAiModel model = server.model(calls(row, stream))) {
      return model.complete(asking(prompt(row), 0));
    }
  }

  static List<TextTable.Row> recorded() {
    return TextTable.of(ReplyFormTests.class, "recorded-forms.tsv");
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void whatServersSaidIsReadSo(TextTable.Row row) throws IOException {
    RecordedExchange exchange = EXCHANGES.get(row.get("input"));
    try (RawServer raw = new RawServer(exchange::to, !exchange.hangs());
        OpenAiModel model = raw.model(calls(row, exchange.stream()))) {
      Reply reply = model.complete(asking(prompt(row), exchange.logprobs()));

      assertThat(reply.text()).as(row.place()).isEqualTo(row.get("expected"));
      assertThat(reply.tokens().size()).as(row.place()).isEqualTo(number(row.get("tokens")));
    }
  }

  private static ServerCalls calls(TextTable.Row row, boolean stream) {
    return Calling.with(
        stream,
        Prefill.valueOf(row.get("prefilling")),
        Constraint.valueOf(row.get("constraining")));
  }

  private static int number(String cell) {
    return Integer.parseInt(cell);
  }

  private static Prompt prompt(TextTable.Row row) {
    return prompt(
        row.get("prefill").isEmpty() ? null : row.get("prefill"),
        parts(row.get("choices")),
        parts(row.get("stop")));
  }

  private static List<String> parts(String cell) {
    return cell.isEmpty() ? List.of() : Stream.of(cell.split("\\|")).toList();
  }

  private static Prompt prompt(@Nullable String prefill, List<String> choices, List<String> stop) {
    return new Prompt(Prompt.of("?").messages(), stop, prefill, choices);
  }

  private static CompletionRequest asking(Prompt prompt, int likeliest) {
    return new CompletionRequest(prompt, Sampling.greedy(), 16, likeliest, Duration.ofSeconds(20));
  }

  private static String choice(String text, String finish) {
    ObjectNode choice = JsonMapper.shared().createObjectNode().put("finish_reason", finish);
    choice.putObject("message").put("role", "assistant").put("content", text);
    return choice.toString();
  }

  /** A character an event. */
  private static String events(String text, String finish) {
    StringBuilder events = new StringBuilder();
    text.codePoints().forEach(each -> event(events, Character.toString(each), null));
    event(events, "", finish);
    return events.append("data: [DONE]\n\n").toString();
  }

  private static void event(StringBuilder events, String piece, @Nullable String finish) {
    ObjectNode event = JsonMapper.shared().createObjectNode();
    ObjectNode choice = event.putArray("choices").addObject().put("finish_reason", finish);
    choice.putObject("delta").put("content", piece);
    events.append("data: ").append(event).append("\n\n");
  }

  @Test
  void theFlagsOfAContinuationAreSent() {
    send(Prefill.CONTINUE, Constraint.NONE, prompt("So", List.of(), List.of()));

    server.verify(
        question()
            .withRequestBody(
                matchingJsonPath(
                    "$.messages",
                    equalToJson(
                        "[{\"role\": \"user\", \"content\": \"?\"},"
                            + " {\"role\": \"assistant\", \"content\": \"So\"}]")))
            .withRequestBody(matchingJsonPath("$.add_generation_prompt", equalTo("false")))
            .withRequestBody(matchingJsonPath("$.continue_final_message", equalTo("true")))
            .withRequestBody(matchingJsonPath("$.echo", equalTo("true"))));
  }

  @Test
  void aLastMessageAloneHasNoFlags() {
    send(Prefill.LAST_MESSAGE, Constraint.NONE, prompt("So", List.of(), List.of()));

    server.verify(
        question()
            .withRequestBody(matchingJsonPath("$.messages[1].content", equalTo("So")))
            .withRequestBody(matchingJsonPath("$.add_generation_prompt", absent()))
            .withRequestBody(matchingJsonPath("$.continue_final_message", absent())));
  }

  @Test
  void aFreeReplyIsAskedForAsEver() {
    send(Prefill.CONTINUE, Constraint.JSON_SCHEMA, Prompt.of("?"));

    server.verify(
        question()
            .withRequestBody(matchingJsonPath("$.messages.length()", equalTo("1")))
            .withRequestBody(matchingJsonPath("$.max_tokens", equalTo("16")))
            .withRequestBody(matchingJsonPath("$.continue_final_message", absent()))
            .withRequestBody(matchingJsonPath("$.response_format", absent())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STRUCTURED_OUTPUTS | $.structured_outputs | {\"choice\": [\"0\", \"a \\\"b\\\"\"]}",
        "GUIDED | $.guided_choice | [\"0\", \"a \\\"b\\\"\"]",
        "JSON_SCHEMA | $.response_format.json_schema.schema.properties.choice"
            + " | {\"type\": \"string\", \"enum\": [\"0\", \"a \\\"b\\\"\"]}",
        "JSON_SCHEMA | $.response_format.json_schema.schema.required | [\"choice\"]"
      })
  void choicesAreSentInTheServersWay(Constraint way, String path, String json) {
    send(Prefill.NONE, way, prompt(null, List.of("0", "a \"b\""), List.of()));

    server.verify(question().withRequestBody(matchingJsonPath(path, equalToJson(json))));
  }

  @Test
  void choicesAreAlternativesOfAGrammar() {
    send(
        Prefill.NONE,
        Constraint.GRAMMAR,
        prompt(null, List.of("0", "a \"b\\c\"\r\n\td", "π ≤ 4 🙂", "\u0007|[x]"), List.of()));

    server.verify(
        question()
            .withRequestBody(
                matchingJsonPath(
                    "$.grammar",
                    equalTo(
                        "root ::= \"0\" | \"a \\\"b\\\\c\\\"\\r\\n\\td\" | \"π ≤ 4 🙂\""
                            + " | \"\\x07|[x]\""))));
  }

  @Test
  void theWrappingOfAChoiceHasItsOwnTokensAndNoStopStrings() {
    send(Prefill.NONE, Constraint.JSON_SCHEMA, prompt(null, List.of("0", "1"), List.of("\n", "}")));

    server.verify(
        question()
            .withRequestBody(matchingJsonPath("$.max_tokens", equalTo("64")))
            .withRequestBody(matchingJsonPath("$.stop", absent())));
  }

  private void send(Prefill prefill, Constraint constraint, Prompt prompt) {
    server.replies(200, reply(choice("0", "stop")));
    try (OpenAiModel model = server.model(Calling.with(prefill, constraint))) {
      assertThat(model.complete(asking(prompt, 0)).text()).isEqualTo("0");
    }
  }

  @Test
  void whatAModelCanDoFollowsFromItsSettings() {
    try (OpenAiModel plain = server.model(ServerCalls.USUAL);
        OpenAiModel able = server.model(Calling.with(Prefill.CONTINUE, Constraint.GUIDED))) {
      assertThat(plain.capabilities()).isEmpty();
      assertThat(able.capabilities())
          .isEqualTo(Set.of(Capability.PREFILL, Capability.CHOICES, Capability.LOG_PROBABILITIES));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{''continue_final_message'', ''echo''}' | assay.role.model.calls.prefill",
        "structured_outputs: Extra inputs are not permitted | assay.role.model.calls.constraint",
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported |"
            + " assay.role.model.calls.constraint"
      })
  void aServerThatRefusesTheFieldsIsToldOfByTheSetting(String words, String setting) {
    server.replies(400, "{\"error\": {\"message\": \"" + words + "\"}}");
    try (OpenAiModel model = server.model(Calling.with(Prefill.CONTINUE, Constraint.GUIDED))) {
      assertThatThrownBy(() -> model.complete(asking(prompt("So", List.of(), List.of()), 0)))
          .isInstanceOf(PermanentModelException.class)
          .hasMessageEndingWith("(expected: another value of " + setting + ")");
    }
  }

  @Test
  void whatAConstraintForbidsIsNoAlternative() {
    server.replies(
        200,
        reply(
            """
            {"message": {"content": "1"}, "finish_reason": "stop", "logprobs": {"content": [
              {"token": "1", "logprob": -0.5, "top_logprobs": [
                 {"token": "1", "logprob": -0.5}, {"token": "0", "logprob": -0.9},
                 {"token": "The", "logprob": -9999.0}]}]}}
            """));
    Prompt prompt = prompt(null, List.of("0", "1"), List.of());
    try (OpenAiModel model = server.model(Calling.with(Prefill.NONE, Constraint.GUIDED))) {
      Reply reply = model.complete(asking(prompt, 20));

      assertThat(reply.finish()).isEqualTo(Finish.STOP);
      assertThat(reply.tokens().getFirst().alternatives()).isEqualTo(Map.of("1", -0.5, "0", -0.9));
    }
  }
}
