// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** Sends JSON and waits for the reply, on connections that are kept. */
final class Posts implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final int SHOWN = 300;
  private static final int OK = 200;
  private static final Set<Integer> BUSY = Set.of(429, 503);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /**
   * The body of the reply.
   *
   * @throws BusyException if the server takes nothing at this time
   * @throws IllegalStateException if it is no good one otherwise
   */
  String send(URI url, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    try {
      HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
      if (reply.statusCode() != OK) {
        throw refused(url, reply);
      }
      return reply.body();
    } catch (IOException e) {
      throw new IllegalStateException("no answer from " + url + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static IllegalStateException refused(URI url, HttpResponse<String> reply) {
    String body = reply.body().substring(0, Math.min(SHOWN, reply.body().length()));
    String said = url + " says " + reply.statusCode() + ": " + body;
    if (!BUSY.contains(reply.statusCode())) {
      return new IllegalStateException(said);
    }
    String seconds = reply.headers().firstValue("Retry-After").orElse("");
    return new BusyException(
        said, seconds.matches("\\d{1,3}") ? 1000L * Long.parseLong(seconds) : 0);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
