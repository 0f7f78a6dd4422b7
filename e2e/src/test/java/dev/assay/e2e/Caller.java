// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import dev.assay.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Somebody with an HTTP client and no idea of what is behind the address. */
final class Caller {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI url;

  Caller(URI url) {
    this.url = url;
  }

  /** What came back. */
  record Reply(int status, String type, String text) {

    JsonNode body() {
      return Json.mapper().readTree(text);
    }
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply delete(String path) {
    return send(request(path).DELETE());
  }

  Reply post(String path, String body) {
    return post(path, body, "Content-Type", "application/json");
  }

  Reply post(String path, String body, String... headers) {
    return send(request(path).headers(headers).POST(BodyPublishers.ofString(body)));
  }

  /** How many records a group took off a topic with this outcome, as the operator sees it. */
  double records(String group, String topic, String outcome) {
    Reply reply =
        get(
            "/actuator/metrics/assay.records?tag=group:%s&tag=topic:%s&tag=outcome:%s"
                .formatted(group, topic, outcome));
    return reply.status() == 404
        ? 0
        : reply.body().path("measurements").path(0).path("value").asDouble();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofMinutes(2));
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      String type = response.headers().firstValue("content-type").orElse("");
      return new Reply(response.statusCode(), type, response.body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
