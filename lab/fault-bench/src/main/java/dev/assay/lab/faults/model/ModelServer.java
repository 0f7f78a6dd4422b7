// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.Json;
import dev.assay.lab.faults.model.Behaviour.Kind;
import dev.assay.lab.faults.model.Call.End;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A server of chat completions on this machine. Each process calls it by an address of its own, so
 * that it knows whose calls were in flight when that process died.
 */
public final class ModelServer implements AutoCloseable {

  /** What services are told to call the model. */
  public static final String NAME = "scripted";

  /** How long a caller is to wait for a reply; what stalls does so for longer. */
  public static final Duration CLIENT_PATIENCE = Behaviour.CLIENT_PATIENCE;

  private static final Pattern LABEL = Pattern.compile("\\(problem (\\w+)\\)");
  private static final Pattern PROCESS = Pattern.compile("/([a-z]+-\\d+)/v1/chat/completions");
  private static final int CHARACTERS_PER_TOKEN = 3;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CallJournal journal = new CallJournal();
  private final Map<String, Hold> holds = new ConcurrentHashMap<>();
  private final Script script;
  private final HttpServer server;
  private volatile boolean away;

  /**
   * @param seed of what goes wrong
   * @param unruly whether anything goes wrong by itself
   */
  public ModelServer(long seed, boolean unruly) throws IOException {
    script = new Script(seed, unruly);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where a process finds the model. */
  public String url(String process) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + process + "/v1";
  }

  public CallJournal journal() {
    return journal;
  }

  /** Refuses every call, or no longer. */
  public void away(boolean now) {
    away = now;
  }

  /** From now on a process is given so many replies, and its further calls are held. */
  public Hold hold(String process, int replies) {
    Hold hold = new Hold(replies);
    holds.put(process, hold);
    return hold;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Matcher process = PROCESS.matcher(exchange.getRequestURI().getPath());
    try (exchange) {
      if (!process.matches()) {
        send(exchange, 200, "{\"data\": []}");
        return;
      }
      JsonNode request = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
      String prompt = request.path("messages").path(0).path("content").asString();
      Matcher label = LABEL.matcher(prompt);
      String problem = label.find() ? label.group(1) : "";
      Call call = journal.begin(process.group(1), problem, request.path("seed").asInt(0));
      complete(exchange, call, prompt);
    }
  }

  private void complete(HttpExchange exchange, Call call, String prompt) throws IOException {
    Behaviour behaviour = script.next(call);
    pause(behaviour.millis());
    Hold hold = holds.get(call.process());
    if (hold != null) {
      hold.pass();
    }
    Kind kind = away ? Kind.ERROR : behaviour.kind();
    switch (kind) {
      case WELL -> answer(exchange, call, prompt, Replies.of(call, prompt));
      case GARBAGE -> answer(exchange, call, prompt, Replies.garbage(call));
      case TOO_MANY, ERROR -> refuse(exchange, call, kind);
      case CUT, STALL -> journal.end(call, End.CUT);
    }
  }

  private void answer(HttpExchange exchange, Call call, String prompt, String text)
      throws IOException {
    int read = prompt.length() / CHARACTERS_PER_TOKEN + 1;
    String body =
        """
        {"choices": [{"index": 0, "finish_reason": "stop",
           "message": {"role": "assistant", "content": %s}}],
         "usage": {"prompt_tokens": %d, "completion_tokens": 10, "total_tokens": %d}}
        """
            .formatted(Json.mapper().writeValueAsString(text), read, read + 10);
    // Before it is written: what follows from a reply is later than the reply.
    journal.end(call, End.ANSWERED);
    try {
      send(exchange, 200, body);
    } catch (IOException e) {
      journal.end(call, End.CUT);
      throw e;
    }
  }

  private void refuse(HttpExchange exchange, Call call, Kind kind) throws IOException {
    journal.end(call, End.REFUSED);
    if (kind == Kind.TOO_MANY) {
      exchange.getResponseHeaders().set("Retry-After", "1");
    }
    send(exchange, kind == Kind.TOO_MANY ? 429 : 500, "{\"error\": {\"message\": \"not now\"}}");
  }

  private static void pause(long millis) {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
        .join();
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    holds.values().forEach(Hold::release);
    server.stop(0);
    threads.shutdownNow();
  }
}
