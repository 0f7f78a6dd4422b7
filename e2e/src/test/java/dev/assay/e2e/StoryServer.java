// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A server of chat completions on this machine, behind which a story's model thinks. */
final class StoryServer implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<JsonNode, String> model;
  private final HttpServer server;

  /**
   * @param model gives a reply's text for the body of a request, and may take its time
   */
  StoryServer(Function<JsonNode, String> model) throws IOException {
    this.model = model;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/models", exchange -> send(exchange, "{\"data\": []}"));
    server.createContext("/v1/chat/completions", this::complete);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** The first message of a request, as what is asked has no other. */
  static String prompt(JsonNode request) {
    return request.path("messages").path(0).path("content").asString();
  }

  private void complete(HttpExchange exchange) throws IOException {
    JsonNode request = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
    send(
        exchange,
        """
        {"choices": [{"index": 0, "finish_reason": "stop",
           "message": {"role": "assistant", "content": %s}}],
         "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}}
        """
            .formatted(Json.mapper().writeValueAsString(model.apply(request))));
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
