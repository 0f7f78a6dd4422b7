// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.model.ModelException;
import dev.assay.model.Spent;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The connections to a server, and what it means when one of them fails. */
final class ChatClient implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final OpenAiSettings settings;
  private final ApiKey key;
  private final HttpFailures failures;
  private volatile HttpClient http;

  ChatClient(OpenAiSettings settings, ApiKey key, HttpFailures failures) {
    this.settings = settings;
    this.key = key;
    this.failures = failures;
    this.http = client();
  }

  private HttpClient client() {
    // HTTP/1.1, because the offer to upgrade that the JDK adds otherwise makes some of the
    // servers drop the body. A redirect is not followed: it would take the key elsewhere.
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(
            Objects.requireNonNullElse(settings.calls().connectTimeout(), CONNECT_TIMEOUT))
        .build();
  }

  HttpClient http() {
    return http;
  }

  /**
   * @throws ModelException if there is no reply, with what it has cost
   */
  HttpReply send(String body, ChatCall call) {
    try {
      return call.send(http, toHttp(), packs() ? Packing.gzip(body) : body.getBytes(UTF_8));
    } catch (TimeoutException e) {
      throw failures.silent(String.valueOf(e.getMessage()), call.whenHungUp());
    } catch (ExecutionException e) {
      throw broken(e.getCause() == null ? e : e.getCause(), call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.unreachable("interrupted", e, call.whenHungUp());
    }
  }

  private boolean packs() {
    return Boolean.TRUE.equals(settings.calls().gzip());
  }

  private ModelException broken(Throwable cause, ChatCall call) {
    Spent spent = call.whenBrokenOff();
    if (!(cause instanceof ProtocolException)) {
      return call.begun()
          ? failures.brokenOff("the reply ended in the middle", cause, spent)
          : failures.unreachable("no reply", cause, spent);
    }
    renew();
    return String.valueOf(cause.getMessage()).startsWith("Header size too big")
        ? failures.excessive("the reply's headers have no end: " + cause.getMessage(), spent)
        : failures.unreachable("no reply", cause, spent);
  }

  /**
   * The JDK's client keeps a connection open whose headers it has refused, and has no way to close
   * it but its own end, which comes when the other calls through it have ended.
   */
  private synchronized void renew() {
    HttpClient old = http;
    http = client();
    old.shutdown();
  }

  private HttpRequest.Builder toHttp() {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(settings.endpoint())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream");
    key.giveTo(builder);
    if (packs()) {
      builder.header("Content-Encoding", "gzip");
    }
    return builder;
  }

  /** Hangs up. */
  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
