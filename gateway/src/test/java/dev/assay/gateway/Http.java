// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import dev.assay.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A caller of the gateway. */
final class Http {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI url;

  Http(URI url) {
    this.url = url;
  }

  /** What came back; {@code body} is missing where it is not JSON. */
  record Reply(int status, String type, String text, HttpResponse<?> raw) {

    JsonNode body() {
      return type.contains("json") ? Json.mapper().readTree(text) : MissingNode.getInstance();
    }

    String detail() {
      return body().path("detail").asString("");
    }
  }

  Reply get(String path) {
    return send(request(path).GET().build());
  }

  Reply delete(String path) {
    return send(request(path).DELETE().build());
  }

  Reply post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  /** The lines of an event stream as they come. */
  Stream<String> lines(String path, String... headers) {
    HttpRequest.Builder request = request(path).header("Accept", "text/event-stream").GET();
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofLines()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url.resolve(path));
  }

  Reply send(HttpRequest request) {
    try {
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      String type = response.headers().firstValue("content-type").orElse("");
      return new Reply(response.statusCode(), type, response.body(), response);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
