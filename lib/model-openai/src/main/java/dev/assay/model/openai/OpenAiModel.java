// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.model.Reply;
import dev.assay.model.Spent;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/**
 * A model behind any OpenAI-compatible server: vLLM, SGLang, llama.cpp, Ollama or a hosted one.
 *
 * <p>It has no capability beyond plain chat: which of them a server honours, and which it ignores
 * without a word, cannot be told from outside. What a server gives as reasoning beside the content
 * is the reply's thinking. Where a server reports no usage, the counts are 0.
 */
public final class OpenAiModel implements Model, AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /**
   * What a reply may take that does not grow with its tokens, or where a server ignores the most.
   */
  private static final long BODY_BYTES = 1 << 20;

  /** A token of nine letters as escapes, twice: some servers give thinking under two names. */
  private static final long TOKEN_BYTES = 128;

  /** Whatever was asked for: more calls than one are in flight. */
  private static final long MOST_BODY_BYTES = 16 << 20;

  /** A twelfth of the heap for all replies of the process: a flood of them must not end it. */
  private static final Semaphore MEMORY =
      new Semaphore((int) Math.min(Runtime.getRuntime().maxMemory() / 12, Integer.MAX_VALUE));

  private final OpenAiSettings settings;
  private final HttpFailures failures;
  private final ChatReplies replies;
  private final Semaphore memory;
  private volatile HttpClient http = client();

  public OpenAiModel(OpenAiSettings settings) {
    this(settings, MEMORY);
  }

  /**
   * @param memory a permit for each byte of all the replies that may be in memory at a time
   */
  OpenAiModel(OpenAiSettings settings, Semaphore memory) {
    this.settings = settings;
    this.memory = memory;
    this.failures = new HttpFailures(settings);
    this.replies = new ChatReplies(failures);
  }

  private static HttpClient client() {
    // HTTP/1.1, because the offer to upgrade that the JDK adds otherwise makes some of the
    // servers drop the body. A redirect is not followed: it would take the key elsewhere.
    return HttpClient.newBuilder()
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
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public Optional<String> trouble() {
    return new ServerProbe(settings).trouble(http);
  }

  @Override
  public Reply complete(CompletionRequest request) {
    requireAble(request);
    try (ChatCall call = new ChatCall(mostBytes(request), memory)) {
      HttpReply reply = send(request, call);
      if (!reply.accepted()) {
        throw failures.refused(
            reply.status(), reply.headers().firstValue("Retry-After"), reply.body());
      }
      if (!reply.whole()) {
        throw cut(request, call);
      }
      return replies.read(reply.body());
    }
  }

  private ModelException cut(CompletionRequest request, ChatCall call) {
    return call.crowded()
        ? failures.empty("too many long replies at a time for the memory there is", Spent.ONE_CALL)
        : failures.excessive(
            "the reply is longer than %d bytes (expected: no more for %d tokens, the most that were asked for)"
                .formatted(mostBytes(request), request.maxTokens()),
            Spent.ONE_CALL);
  }

  /** Thinking beside the text, escapes and what a server adds of its own included. */
  private static long mostBytes(CompletionRequest request) {
    return Math.min(BODY_BYTES + TOKEN_BYTES * request.maxTokens(), MOST_BODY_BYTES);
  }

  private HttpReply send(CompletionRequest request, ChatCall call) throws ModelException {
    String body = ChatRequests.body(settings.model(), request);
    try {
      return call.send(http, toHttp(), body, request.timeout());
    } catch (TimeoutException e) {
      throw failures.unreachable("no reply within " + request.timeout(), e, call.whenHungUp());
    } catch (ExecutionException e) {
      throw broken(e.getCause() == null ? e : e.getCause(), call.whenBrokenOff());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.unreachable("interrupted", e, call.whenHungUp());
    }
  }

  private ModelException broken(Throwable cause, Spent spent) {
    if (!(cause instanceof ProtocolException)) {
      return failures.unreachable("no reply", cause, spent);
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
            .header("Accept", "application/json");
    if (settings.apiKey() != null) {
      builder.header("Authorization", "Bearer " + settings.apiKey());
    }
    return builder;
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
