// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.FailureKind;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.model.Reply;
import dev.assay.model.ServerCalls;
import dev.assay.model.Spent;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * A model behind any OpenAI-compatible server: vLLM, SGLang, llama.cpp, Ollama or a hosted one.
 *
 * <p>It has no capability beyond plain chat that its settings do not name: which of them a server
 * honours, and which it ignores without a word, cannot be told from outside. What a server gives as
 * reasoning beside the content is the reply's thinking. Where a server reports no usage, the counts
 * are 0.
 */
public final class OpenAiModel implements Model, AutoCloseable {

  /** What a server that is at work is never silent for, once it has begun. */
  private static final Duration BETWEEN_BYTES = Duration.ofSeconds(30);

  /**
   * What a reply may take that does not grow with its tokens, or where a server ignores the most.
   */
  private static final long BODY_BYTES = 1 << 20;

  /** A token of nine letters as escapes, twice: some servers give thinking under two names. */
  private static final long TOKEN_BYTES = 128;

  /** How likely it was, with the likeliest in its place. */
  private static final long PROBABILITY_BYTES = 4_096;

  /** Whatever was asked for: more calls than one are in flight. */
  private static final long MOST_BODY_BYTES = 16 << 20;

  /** A twelfth of the heap for all replies of the process: a flood of them must not end it. */
  private static final Semaphore MEMORY =
      new Semaphore((int) Math.min(Runtime.getRuntime().maxMemory() / 12, Integer.MAX_VALUE));

  private final OpenAiSettings settings;
  private final ChatRequests requests;
  private final HttpFailures failures;
  private final ChatClient client;
  private final Places places;
  private final ReplyReader reader;
  private final ChatReplies replies;
  private final Semaphore memory;
  private volatile boolean streams;

  public OpenAiModel(OpenAiSettings settings) {
    this(settings, MEMORY);
  }

  /**
   * @param memory a permit for each byte of all the replies that may be in memory at a time
   */
  OpenAiModel(OpenAiSettings settings, Semaphore memory) {
    this.settings = settings;
    this.memory = memory;
    Constraining constraining = new Constraining(settings.calls().constraint());
    this.requests = new ChatRequests(settings, constraining);
    this.failures = new HttpFailures(settings);
    this.client = new ChatClient(settings, failures);
    this.places = new Places(settings, failures);
    this.reader = new ReplyReader(failures);
    this.replies = new ChatReplies(failures, constraining);
    this.streams = !Boolean.FALSE.equals(settings.calls().stream());
  }

  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public Set<Capability> capabilities() {
    return settings.capabilities();
  }

  @Override
  public Optional<String> trouble() {
    return new ServerProbe(settings).trouble(client.http());
  }

  @Override
  public Reply complete(CompletionRequest request) {
    requireAble(request);
    long start = System.nanoTime();
    places.take(request.timeout());
    try {
      return asked(request, streams, start).orElseGet(() -> whole(request, start));
    } finally {
      places.giveBack();
    }
  }

  /** From now on: a server that does not stream says so before it does anything. */
  private Reply whole(CompletionRequest request, long start) {
    streams = false;
    return asked(request, false, start).orElseThrow();
  }

  /** A reply; empty if the server does not stream, and may be asked for a whole one. */
  private Optional<Reply> asked(CompletionRequest request, boolean streaming, long start) {
    ChatAnswer answer = new ChatAnswer(request.topLogProbabilities() > 0);
    try (ChatCall call =
        new ChatCall(mostBytes(request), memory, patience(request, streaming, start), answer)) {
      HttpReply reply = client.send(requests.body(request, streaming), call);
      Optional<String> retryAfter = reply.headers().firstValue("Retry-After");
      if (!reply.accepted()) {
        ServerError error = reader.error(reply, call::fits);
        if (streaming && refusesToStream(reply.status(), error)) {
          return Optional.empty();
        }
        throw failures.refused(reply.status(), retryAfter, error, Spent.NOTHING);
      }
      if (!reply.whole() && !reply.body().unreadable()) {
        throw cut(request, call);
      }
      reader.read(reply, call::fits);
      return Optional.of(replies.read(answer, request.prompt(), retryAfter));
    }
  }

  private CallPatience patience(CompletionRequest request, boolean streaming, long start) {
    ServerCalls calls = settings.calls();
    return new CallPatience(
        start,
        request.timeout(),
        streaming ? calls.firstByteTimeout() : null,
        Objects.requireNonNullElse(calls.betweenBytesTimeout(), BETWEEN_BYTES));
  }

  private boolean refusesToStream(int status, ServerError error) {
    return settings.calls().stream() == null
        && Refusals.kind(status, error) == FailureKind.FIELD
        && Remedies.refused(error).filter(each -> each.startsWith("stream")).isPresent();
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
    long token = request.topLogProbabilities() > 0 ? PROBABILITY_BYTES : TOKEN_BYTES;
    return Math.min(BODY_BYTES + token * request.maxTokens(), MOST_BODY_BYTES);
  }

  /** Hangs up: calls in flight end as transient failures, and their tasks are done elsewhere. */
  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return "OpenAiModel[" + settings + "]";
  }
}
