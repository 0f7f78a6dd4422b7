// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server of chat completions that does all that is asked of it, but for what a test plants in it.
 * Its envelopes are those that real servers were recorded with.
 */
final class PlantedServer implements AutoCloseable {

  static final String RIGHT = "Half of 48 is 24.\n\n48 + 24 = 72, so the answer is \\boxed{72}.";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<JsonNode, Planted> plant;
  private final List<String> names;
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * What the server answers.
   *
   * @param status 0 for a stream that is broken off
   */
  record Planted(int status, String message, String finish, int promptTokens) {

    static Planted saying(String text) {
      return of("content", text, "stop", 10_000);
    }

    static Planted of(String field, String text, String finish, int promptTokens) {
      ObjectNode message = Json.mapper().createObjectNode();
      message.put("role", "assistant").putNull("content").put(field, text);
      return new Planted(200, message.toString(), finish, promptTokens);
    }

    static Planted refusing(int status, String error) {
      return new Planted(status, error, "", 0);
    }
  }

  PlantedServer(List<String> names, Function<JsonNode, Planted> plant) {
    this.names = names;
    this.plant = plant;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/models", this::list);
    server.createContext("/v1/chat/completions", this::complete);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  int calls() {
    return calls.get();
  }

  /** What a server without a fault answers. */
  static Planted well(JsonNode body) {
    String prompt = body.path("messages").path(0).path("content").asString();
    String model = body.path("model").asString();
    if (prompt.contains("boat")) {
      return Planted.saying("The " + body.path("seed").asInt() + " of May.");
    }
    if (prompt.equals("Say hello.")) {
      boolean held = body.has("structured_outputs");
      return Planted.saying(held ? "zebra-17" : "Hello!");
    }
    if (prompt.contains("capital of France")) {
      boolean goesOn = body.path("continue_final_message").asBoolean(false);
      return Planted.saying(goesOn ? "is." : "It is Paris.");
    }
    if (prompt.contains("Count from") || prompt.contains("Say yes") || prompt.startsWith("0 1 2")) {
      return Planted.saying("yes");
    }
    if (model.equals("critic") || model.equals("verifier")) {
      boolean right = prompt.contains("48 / 2 = 24");
      return Planted.saying(
          right ? "All is right.\n\\box{STEP-1}" : "Half was asked.\n\\box{STEP1}");
    }
    return Planted.saying(RIGHT);
  }

  private void list(HttpExchange exchange) throws IOException {
    List<Map<String, String>> data = names.stream().map(each -> Map.of("id", each)).toList();
    send(exchange, 200, "application/json", Json.mapper().writeValueAsString(Map.of("data", data)));
  }

  private void complete(HttpExchange exchange) throws IOException {
    JsonNode body = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
    calls.incrementAndGet();
    Planted planted = plant.apply(body);
    if (planted.status() == 0) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(event(planted, "null", "delta"));
      exchange.close();
    } else if (planted.status() != 200) {
      send(exchange, planted.status(), "application/json", planted.message());
    } else if (body.path("stream").asBoolean(false)) {
      String events =
          new String(event(planted, '"' + planted.finish() + '"', "delta"), StandardCharsets.UTF_8);
      send(exchange, 200, "text/event-stream", events + "data: [DONE]\n\n");
    } else {
      send(
          exchange,
          200,
          "application/json",
          choice(planted, '"' + planted.finish() + '"', "message"));
    }
  }

  private static byte[] event(Planted planted, String finish, String field) {
    return ("data: " + choice(planted, finish, field) + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String choice(Planted planted, String finish, String field) {
    return """
        {"choices": [{"index": 0, "%s": %s, "finish_reason": %s}],\
         "usage": {"prompt_tokens": %d, "completion_tokens": 12}}"""
        .formatted(field, planted.message(), finish, planted.promptTokens());
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
