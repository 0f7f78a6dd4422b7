// SPDX-License-Identifier: Apache-2.0
package dev.assay.inference.openai;

import dev.assay.inference.api.Completion;
import dev.assay.inference.api.CompletionRequest;
import dev.assay.inference.api.Model;
import dev.assay.inference.api.ModelException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A model behind any OpenAI-compatible server: vLLM, SGLang, llama.cpp, Ollama or a hosted one.
 *
 * <p>It does not stream: the callback is handed the whole text, once, when generation has ended,
 * and not at all if the text is empty. Whatever a server gives as reasoning beside the content is
 * left out of the text, though its tokens are on the bill. A named token's log-probability is known
 * only where it is among the likeliest twenty, and is absent elsewhere; a server that gives no
 * log-probabilities yields no tokens. Where a server reports no usage, the counts are 0.
 */
public final class OpenAiModel implements Model, AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final OpenAiSettings settings;
  private final Failures failures;
  private final ChatReplies replies;
  private final HttpClient http;

  public OpenAiModel(OpenAiSettings settings) {
    this.settings = settings;
    this.failures = new Failures(settings);
    this.replies = new ChatReplies(failures);
    // HTTP/1.1, because the offer to upgrade that the JDK adds otherwise makes some of the
    // servers drop the body. A redirect is not followed: it would take the key elsewhere.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
  }

  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public Completion complete(CompletionRequest request, Consumer<String> tokens) {
    HttpResponse<byte[]> response = send(request);
    if (response.statusCode() / 100 != 2) {
      throw failures.refused(
          response.statusCode(), response.headers().firstValue("Retry-After"), response.body());
    }
    Completion completion = replies.read(response.body(), request.namedTokens());
    if (!completion.text().isEmpty()) {
      tokens.accept(completion.text());
    }
    return completion;
  }

  /** Waits for the whole body; the JDK's own time-out ends with the headers. */
  private HttpResponse<byte[]> send(CompletionRequest request) throws ModelException {
    CompletableFuture<HttpResponse<byte[]>> call =
        http.sendAsync(toHttp(request), BodyHandlers.ofByteArray());
    try {
      return call.get(TimeUnit.NANOSECONDS.convert(request.timeout()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw failures.unreachable("no reply within " + request.timeout(), e);
    } catch (ExecutionException e) {
      throw failures.unreachable("no reply", e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.unreachable("interrupted", e);
    } finally {
      // Hangs up on a server that is still generating; does nothing where the reply is here.
      call.cancel(true);
    }
  }

  private HttpRequest toHttp(CompletionRequest request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(settings.endpoint())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(ChatRequests.body(settings.model(), request)));
    if (settings.apiKey() != null) {
      builder.header("Authorization", "Bearer " + settings.apiKey());
    }
    return builder.build();
  }

  /** Hangs up: calls in flight end as transient failures, and their tasks are done elsewhere. */
  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }

  @Override
  public String toString() {
    return "OpenAiModel[" + settings + "]";
  }
}
