// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A model on a server that takes its time, is wrong now and then as the seed has it, knows what is
 * wrong when it looks, and counts what it sells.
 */
final class CountingModel implements AutoCloseable {

  static final String NAME = "counting";
  static final String RIGHT = "4";

  /** No two draws alike: copies would count as one. */
  private static final String SOLUTION =
      "Let us see what is asked, in draw %d.\n\nThe answer is \\boxed{%s}.";

  private static final String WRONG = "\\boxed{5}";
  private static final int MILLIS = 30;

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger sold = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile CompletableFuture<Void> open = CompletableFuture.completedFuture(null);

  CountingModel() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/models", exchange -> send(exchange, "{\"data\": []}"));
    server.createContext("/v1/chat/completions", this::sell);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** How many replies it has given. */
  int sold() {
    return sold.get();
  }

  /** How often it has been asked. */
  int asked() {
    return asked.get();
  }

  /** Answers nobody until it is told to go on. */
  void hold() {
    open = new CompletableFuture<>();
  }

  void goOn() {
    open.complete(null);
  }

  private void sell(HttpExchange exchange) throws IOException {
    JsonNode request = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
    asked.incrementAndGet();
    String prompt = request.path("messages").path(0).path("content").asString();
    String text = Json.mapper().writeValueAsString(reply(prompt, request.path("seed").asInt(0)));
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(MILLIS, TimeUnit.MILLISECONDS))
        .join();
    open.join();
    sold.incrementAndGet();
    send(
        exchange,
        """
        {"choices": [{"index": 0, "finish_reason": "stop",
           "message": {"role": "assistant", "content": %s}}],
         "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}}
        """
            .formatted(text));
  }

  private static String reply(String prompt, int seed) {
    boolean wrong = prompt.contains(WRONG);
    if (prompt.contains("Find the first step")) {
      return wrong
          ? "\\box{STEP1}\nWhy: it is not so\nSuggestion: The answer is \\boxed{4}."
          : "\\box{STEP-1}\nWhy: it is so\nSuggestion: none";
    }
    if (prompt.contains("Judge whether")) {
      return wrong ? "\\box{STEP1}\nWhy: it is not so" : "\\box{STEP-1}\nWhy: it is so";
    }
    boolean advised = prompt.contains("Take this as advice");
    return SOLUTION.formatted(seed, seed % 3 == 0 && !advised ? "5" : RIGHT);
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
    goOn();
    server.stop(0);
    threads.shutdownNow();
  }
}
