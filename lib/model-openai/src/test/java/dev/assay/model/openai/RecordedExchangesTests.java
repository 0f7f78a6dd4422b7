// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.CompletionRequest;
import dev.assay.model.ModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Sampling;
import dev.assay.model.ServerCalls;
import dev.assay.model.TransientModelException;
import dev.assay.text.TextTable;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that a real server once said goes through the adapter, byte for byte. */
@Timeout(60)
class RecordedExchangesTests {

  private static final Map<String, RecordedExchange> EXCHANGES = RecordedExchange.all();
  private static final List<TextTable.Row> ROWS =
      TextTable.of(RecordedExchangesTests.class, "recorded-exchanges.tsv");

  private static final Duration SILENCE = Duration.ofMillis(300);

  static List<TextTable.Row> rows() {
    return ROWS;
  }

  @Test
  void everyExchangeHasItsRow() {
    assertThat(ROWS.stream().map(row -> row.get("exchange")))
        .containsExactlyInAnyOrderElementsOf(EXCHANGES.keySet());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anExchangeIsReadAsTheTableSays(TextTable.Row row) throws IOException {
    RecordedExchange exchange = EXCHANGES.get(row.get("exchange"));
    try (RawServer server = new RawServer(exchange::to, !exchange.hangs());
        OpenAiModel model = server.model(calls(exchange))) {
      assertThat(outcome(model, asking(exchange), row)).as(row.place()).isEqualTo(expected(row));
    }
  }

  private static ServerCalls calls(RecordedExchange exchange) {
    boolean probable = exchange.logprobs() > 0;
    return new ServerCalls(
        exchange.stream(), null, null, null, probable, null, null, SILENCE, null, null, null, null);
  }

  private static CompletionRequest asking(RecordedExchange exchange) {
    Prompt plain = Prompt.of("What is the capital of France?");
    return new CompletionRequest(
        new Prompt(plain.messages(), exchange.stop(), null, List.of()),
        Sampling.greedy(),
        512,
        Math.max(exchange.logprobs(), 0),
        Duration.ofSeconds(40));
  }

  private static Map<String, String> expected(TextTable.Row row) {
    Map<String, String> expected = new LinkedHashMap<>();
    List.of("outcome", "failure", "finish", "read", "written", "tokens", "told", "text", "thinking")
        .forEach(column -> expected.put(column, row.get(column)));
    return expected;
  }

  private static Map<String, String> outcome(
      OpenAiModel model, CompletionRequest request, TextTable.Row row) {
    try {
      Reply reply = model.complete(request);
      return outcome(
          "reply",
          "",
          reply.finish().name(),
          reply.promptTokens(),
          reply.completionTokens(),
          reply.tokens().size(),
          "",
          reply.text(),
          reply.thinking());
    } catch (ModelException e) {
      String message = String.valueOf(e.getMessage());
      return outcome(
          e instanceof TransientModelException ? "transient" : "permanent",
          e.kind().name(),
          "",
          e.spent().promptTokens(),
          e.spent().completionTokens(),
          0,
          said(message, row.get("told"), row.get("remedy")),
          "",
          "");
    }
  }

  /** What it was to say if it says that and the remedy, and all of it if it does not. */
  private static String said(String message, String told, String remedy) {
    boolean says = !told.isEmpty() && message.contains(told) && message.contains(remedy);
    return says ? told : message;
  }

  private static Map<String, String> outcome(
      String outcome,
      String failure,
      String finish,
      int read,
      int written,
      int tokens,
      String told,
      String text,
      String thinking) {
    Map<String, String> found = new LinkedHashMap<>();
    found.put("outcome", outcome);
    found.put("failure", failure);
    found.put("finish", finish);
    found.put("read", String.valueOf(read));
    found.put("written", String.valueOf(written));
    found.put("tokens", String.valueOf(tokens));
    found.put("told", told);
    found.put("text", text);
    found.put("thinking", thinking);
    return found;
  }
}
