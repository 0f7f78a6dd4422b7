// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.pace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.Json;
import dev.assay.lab.overhead.ideal.CallPace;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/**
 * A server of chat completions on this machine, of one model. Its pace is set over HTTP too, as it
 * runs in a process of its own: what it costs is not to be counted as the loop's.
 */
final class PacedModelServer implements AutoCloseable {

  static final String PACE = "/pace";
  static final String COUNTS = "/counts";
  static final String CALLS = "/v1/chat/completions";

  private static final int OK = 200;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile PacedRound round = new PacedRound(CallPace.even(0, 0, 0));

  /**
   * @param port or 0 for any that is free
   */
  PacedModelServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
    server.setExecutor(threads);
    server.createContext("/v1/models", each -> send(each, "{\"data\": [{\"id\": \"paced\"}]}"));
    server.createContext(CALLS, this::complete);
    server.createContext(PACE, this::pace);
    server.createContext(COUNTS, each -> send(each, json(round.counts())));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void pace(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    round = new PacedRound(Json.mapper().readValue(body, CallPace.class));
    send(exchange, "{}");
  }

  private void complete(HttpExchange exchange) throws IOException {
    JsonNode request = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
    String prompt = request.path("messages").path(0).path("content").asString();
    PacedRound now = round;
    boolean streamed = now.pace().chunks() > 0 && request.path("stream").asBoolean(false);
    try (exchange) {
      now.answer(prompt, streamed, streamed ? events(exchange) : whole(exchange));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static PacedRound.Outlet whole(HttpExchange exchange) {
    return (text, _) ->
        send(
            exchange,
            """
            {"choices": [{"index": 0, "finish_reason": "stop",
               "message": {"role": "assistant", "content": %s}}],
             "usage": {"prompt_tokens": 400, "completion_tokens": 50, "total_tokens": 450}}
            """
                .formatted(json(text)));
  }

  private static PacedRound.Outlet events(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(OK, 0);
    OutputStream out = exchange.getResponseBody();
    return (piece, last) -> {
      String end = last ? "\"finish_reason\": \"stop\", " : "";
      String usage =
          last
              ? ", \"usage\": {\"prompt_tokens\": 400, \"completion_tokens\": 50, \"total_tokens\": 450}"
              : "";
      String event =
          "data: {\"choices\": [{\"index\": 0, %s\"delta\": {\"content\": %s}}]%s}\n\n"
              .formatted(end, json(piece), usage);
      out.write((last ? event + "data: [DONE]\n\n" : event).getBytes(UTF_8));
      out.flush();
    };
  }

  private static String json(Object value) {
    return Json.mapper().writeValueAsString(value);
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(OK, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
