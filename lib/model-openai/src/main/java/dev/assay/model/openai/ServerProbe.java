// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.text.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a server would answer, by its list of models, which costs nothing. A server without such
 * a list, or with a key that is good for calls alone (403), is taken to be well: only its calls can
 * tell.
 */
final class ServerProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST_DETAIL = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int SERVER_ERROR = 500;

  private final OpenAiSettings settings;
  private final ApiKey key;

  ServerProbe(OpenAiSettings settings, ApiKey key) {
    this.settings = settings;
    this.key = key;
  }

  /** What is wrong and what to do; empty if nothing is known against the server. */
  Optional<String> trouble(HttpClient http) {
    try {
      return told(status(http));
    } catch (IOException e) {
      return told(
          "does not answer: " + described(e),
          "a server at ASSAY_MODEL_URL; start it, or name another");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /** The body is left alone: it may have no end. */
  private int status(HttpClient http) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(settings.models()).timeout(PATIENCE);
    key.giveTo(request);
    HttpResponse<InputStream> reply = http.send(request.build(), BodyHandlers.ofInputStream());
    reply.body().close();
    return reply.statusCode();
  }

  private Optional<String> told(int status) {
    if (status == UNAUTHORIZED) {
      return told("refuses the key: HTTP " + status, "the key of ASSAY_MODEL_API_KEY");
    }
    return status >= SERVER_ERROR
        ? told("is not ready: HTTP " + status, "a server that has loaded its model; wait for it")
        : Optional.empty();
  }

  private Optional<String> told(String what, String expected) {
    return Optional.of(
        "model %s at %s %s (expected: %s)"
            .formatted(settings.model(), settings.baseUrl(), what, expected));
  }

  private String described(IOException failure) {
    if (failure instanceof ConnectException && failure.getMessage() == null) {
      return "connection refused";
    }
    String detail = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return PlainText.line(
        key.redacted(failure.getClass().getSimpleName() + detail), LONGEST_DETAIL);
  }
}
