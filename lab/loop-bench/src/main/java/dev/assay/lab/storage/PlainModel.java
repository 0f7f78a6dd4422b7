// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A model on a server that says at once what is expected of it, in replies of a stated length: what
 * is stored depends on how much is said, and on nothing else here.
 */
public final class PlainModel implements AutoCloseable {

  private static final int STEPS = 8;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong draws = new AtomicLong();
  private final int reply;
  private final HttpServer server;

  /**
   * @param reply bytes of a solution; judgements take a quarter of it
   */
  public PlainModel(int reply) throws IOException {
    this.reply = reply;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/models", exchange -> send(exchange, "{\"data\": []}"));
    server.createContext("/v1/chat/completions", this::complete);
    server.start();
  }

  /** Where OpenAI's chat completions are. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void complete(HttpExchange exchange) throws IOException {
    String prompt =
        Json.mapper()
            .readTree(exchange.getRequestBody().readAllBytes())
            .path("messages")
            .path(0)
            .path("content")
            .asString();
    send(
        exchange,
        """
        {"choices": [{"index": 0, "finish_reason": "stop",
           "message": {"role": "assistant", "content": %s}}],
         "usage": {"prompt_tokens": %d, "completion_tokens": %d, "total_tokens": %d}}
        """
            .formatted(
                Json.mapper().writeValueAsString(reply(prompt)),
                prompt.length() / 4,
                reply / 4,
                (prompt.length() + reply) / 4));
  }

  /** No two draws are alike: copies would count as one. */
  private String reply(String prompt) {
    long draw = draws.incrementAndGet();
    if (prompt.contains("Find the first step")) {
      return "\\box{STEP-1}\nWhy: " + SampleText.of(reply / 4, draw) + "\nSuggestion: none";
    }
    if (prompt.contains("Judge whether")) {
      return "\\box{STEP-1}\nWhy: " + SampleText.of(reply / 4, draw);
    }
    StringBuilder solution = new StringBuilder();
    for (int step = 0; step < STEPS; step++) {
      solution.append(SampleText.of(reply / STEPS, draw * STEPS + step)).append("\n\n");
    }
    return solution + "The answer is \\boxed{4}.";
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
