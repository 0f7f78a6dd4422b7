// SPDX-License-Identifier: Apache-2.0
package dev.assay.client;

import dev.assay.contracts.Json;
import dev.assay.contracts.PolicyOverrides;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Speaks the gateway's own API. */
public final class AssayClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int NO_CONTENT = 204;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final URI base;

  /**
   * @param base of the server, without a path
   */
  public AssayClient(URI base) {
    this.base = base;
  }

  /** Where evidence about a problem is found. */
  public URI evidenceUrl(String id) {
    return base.resolve("/v1/problems/" + id + "/evidence");
  }

  /** Whether an Assay answers there: it alone knows problems by this path and says no politely. */
  public boolean answers() {
    try {
      HttpResponse<String> reply = send(get("/v1/problems/00000000-0000-0000-0000-000000000000"));
      String type = reply.headers().firstValue("Content-Type").orElse("");
      return reply.statusCode() == 404 && type.startsWith("application/problem+json");
    } catch (UnavailableException e) {
      return false;
    }
  }

  /**
   * Hands a problem in.
   *
   * @param key the same key with the same request names the same problem, however often it is sent
   * @return its id
   */
  public String submit(QuestionRequest asked, String key) {
    String json = Json.mapper().writeValueAsString(asked);
    HttpRequest request =
        to("/v1/problems")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(json))
            .build();
    return read(send(request)).path("id").asString();
  }

  /** The same for a question of whose kind nothing is said. */
  public String submit(String question, PolicyOverrides policy, String key) {
    return submit(new QuestionRequest(question, null, policy), key);
  }

  /** How far the problem has come. */
  public ProblemView problem(String id) {
    return ProblemView.of(read(send(get("/v1/problems/" + id))));
  }

  /** Gives a problem up; one that is settled stays as it is. */
  public void cancel(String id) {
    HttpResponse<String> reply = send(to("/v1/problems/" + id).DELETE().build());
    if (reply.statusCode() != CONFLICT) {
      JsonNode _ = read(reply);
    }
  }

  /**
   * Has everything deleted that is kept of a problem; one that is open is given up, and deleted
   * when it has been settled.
   *
   * @return whether it is deleted by now
   */
  public boolean delete(String id) {
    HttpResponse<String> reply = send(to("/v1/problems/" + id + "/data").DELETE().build());
    if (reply.statusCode() == NO_CONTENT) {
      return true;
    }
    JsonNode _ = read(reply);
    return false;
  }

  /** The models that the server says it answers by; empty if it does not say. */
  public Optional<String> models() {
    try {
      return Optional.of(read(send(get("/actuator/info"))).path("assay").path("models"))
          .filter(JsonNode::isString)
          .map(JsonNode::asString);
    } catch (RefusedException | UnavailableException e) {
      return Optional.empty();
    }
  }

  /**
   * What a counter of the server says; empty if it has none, or does not tell.
   *
   * @param tags as in {@code role:critic}
   */
  public OptionalDouble counted(String counter, String... tags) {
    String query =
        Stream.of(tags).map(each -> "tag=" + each).collect(Collectors.joining("&", "?", ""));
    try {
      JsonNode first =
          read(send(get("/actuator/metrics/" + counter + query))).path("measurements").path(0);
      return first.path("value").isNumber()
          ? OptionalDouble.of(first.path("value").doubleValue())
          : OptionalDouble.empty();
    } catch (RefusedException | UnavailableException e) {
      return OptionalDouble.empty();
    }
  }

  /** Everything that is known about how the answer came about. */
  public JsonNode evidence(String id) {
    return read(send(get("/v1/problems/" + id + "/evidence")));
  }

  private HttpRequest get(String path) {
    return to(path).build();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(TIMEOUT)
        .header("Accept", "application/json, application/problem+json");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new UnavailableException("no answer from " + base + ": " + why, Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted", Duration.ZERO);
    }
  }

  private JsonNode read(HttpResponse<String> reply) {
    int status = reply.statusCode();
    if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
      String why = base + " says " + status + ": " + reply.body().strip();
      throw new UnavailableException(why, retryAfter(reply));
    }
    if (status >= 300) {
      throw new RefusedException(status, reply.body());
    }
    try {
      return Json.mapper().readTree(reply.body());
    } catch (JacksonException e) {
      throw new RefusedException(status, "not JSON, so " + base + " is not an Assay");
    }
  }

  private static Duration retryAfter(HttpResponse<String> reply) {
    String seconds = reply.headers().firstValue("Retry-After").orElse("0");
    return seconds.matches("\\d{1,4}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }
}
