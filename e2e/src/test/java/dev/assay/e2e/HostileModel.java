// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that speaks OpenAI's protocol and, where the question asks for it, says what would stop
 * a careless reader. It criticises and verifies like a rubber stamp.
 */
final class HostileModel implements AutoCloseable {

  private static final String SOUND = "\\box{STEP-1}\nWhy: fine";
  private static final String HONEST = "Two and two make 4.\n\nThe answer is \\boxed{4}.";
  private static final String BOXED = "So it is.\n\nThe answer is \\boxed{%s}.";

  /** Whole bodies that are no completion, by the name that a question calls them by. */
  private static final Map<String, String> BODIES =
      Map.of(
          "deep body", "[".repeat(100_000),
          "broken body", "{\"choices\": [",
          "no content", body("null"),
          "half a character", body("\"It is \\ud83d so.\\n\\nThe answer is \\\\boxed{4}.\""));

  private static final Map<String, String> TEXTS = texts();

  private final AtomicInteger replies = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  HostileModel() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("nested sets", BOXED.formatted("\\{".repeat(500) + "4" + "\\}".repeat(500)));
    texts.put(
        "nested fractions", BOXED.formatted("\\frac{1}{".repeat(200) + "4" + "}".repeat(200)));
    texts.put("towers", BOXED.formatted("9^".repeat(900) + "9"));
    texts.put("factorials", BOXED.formatted("99999999" + "!".repeat(1_000)));
    texts.put("false claims", "Then 2 + 2 = 5. ".repeat(6_000) + "\n\nThe answer is \\boxed{4}.");
    texts.put("long text", "Let us see. ".repeat(50_000) + "\n\nThe answer is \\boxed{4}.");
    texts.put("fences", "Look:\n```\n" + "\n".repeat(60_000) + "```\n\nThe answer is \\boxed{4}.");
    texts.put("introductions", "The answers to " + "answers to ".repeat(8_000) + "it are 4.");
    texts.put("open boxes", "\\boxed{".repeat(15_000));
    texts.put("open thoughts", "<think>".repeat(15_000) + HONEST);
    texts.put("control characters", "\u0001\u0000\u001b[31m".repeat(5_000) + HONEST);
    return texts;
  }

  /** What questions may call for. */
  static List<String> kinds() {
    return java.util.stream.Stream.concat(TEXTS.keySet().stream(), BODIES.keySet().stream())
        .toList();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String prompt = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    byte[] body = reply(prompt).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      // The caller has read enough, as it should.
      throw new UncheckedIOException(e);
    }
  }

  private String reply(String prompt) {
    if (prompt.contains("Find the first step") || prompt.contains("Judge whether")) {
      return text(SOUND);
    }
    if (prompt.contains("distinct boxes")) {
      // As long as an answer may be, and never the same.
      return text(BOXED.formatted("x".repeat(1_900) + replies.incrementAndGet()));
    }
    return BODIES.entrySet().stream()
        .filter(each -> prompt.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(
            () ->
                text(
                    TEXTS.entrySet().stream()
                        .filter(each -> prompt.contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(HONEST)));
  }

  private static String text(String content) {
    return body(Json.mapper().writeValueAsString(content));
  }

  private static String body(String content) {
    return """
    {"choices": [{"index": 0, "finish_reason": "stop",
       "message": {"role": "assistant", "content": %s}}],
     "usage": {"prompt_tokens": 10, "completion_tokens": 10, "total_tokens": 20}}
    """
        .formatted(content);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
