// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.CompletionRequest;
import dev.assay.model.FailureKind;
import dev.assay.model.ModelException;
import dev.assay.model.Reply;
import dev.assay.model.ServerCalls;
import dev.assay.model.Spent;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Sends one request to a server and reads what comes, within the time and memory that there is. */
final class Asking implements AutoCloseable {

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

  private static final int GATEWAY_TIMEOUT = 504;

  private final ServerCalls calls;
  private final HttpFailures failures;
  private final ChatRequests requests;
  private final ChatClient client;
  private final ReplyReader reader;
  private final ChatReplies replies;
  private final Semaphore memory;

  /**
   * @param memory a permit for each byte of all the replies that may be in memory at a time
   */
  Asking(OpenAiSettings settings, ApiKey key, HttpFailures failures, Semaphore memory) {
    Constraining constraining =
        new Constraining(Objects.requireNonNull(settings.calls().constraint()));
    this.calls = settings.calls();
    this.failures = failures;
    this.requests = new ChatRequests(settings, constraining);
    this.client = new ChatClient(settings, key, failures);
    this.reader = new ReplyReader(failures);
    this.replies = new ChatReplies(failures, constraining);
    this.memory = memory;
  }

  /**
   * A reply; empty if the server does not stream, and may be asked for a whole one.
   *
   * @param start of the call, in nanoseconds of this machine
   * @param taken is told when the server takes the call on
   */
  Optional<Reply> ask(CompletionRequest request, boolean streaming, long start, Runnable taken) {
    ChatAnswer answer = new ChatAnswer(request.topLogProbabilities() > 0);
    CallPatience patience = patience(request, streaming, start);
    try (ChatCall call = new ChatCall(mostBytes(request), memory, patience, answer, taken)) {
      HttpReply reply = client.send(requests.body(request, streaming), call);
      if (!reply.accepted()) {
        ServerError error = reader.error(reply, call::fits);
        if (streaming && refusesToStream(reply.status(), error)) {
          return Optional.empty();
        }
        throw failures.refused(
            reply.status(), RetryAfter.of(reply.headers()), error, spent(reply.status()));
      }
      if (!reply.whole() && !reply.body().unreadable()) {
        throw cut(request, call);
      }
      reader.read(reply, call::fits);
      return Optional.of(replies.read(answer, request.prompt(), RetryAfter.of(reply.headers())));
    }
  }

  /** A refusal comes before any work, but for that of a gateway which gave up on who was at it. */
  private static Spent spent(int status) {
    return status == GATEWAY_TIMEOUT ? Spent.ONE_CALL : Spent.NOTHING;
  }

  private CallPatience patience(CompletionRequest request, boolean streaming, long start) {
    return new CallPatience(
        start,
        request.timeout(),
        streaming ? calls.firstByteTimeout() : null,
        Objects.requireNonNullElse(calls.betweenBytesTimeout(), BETWEEN_BYTES));
  }

  private boolean refusesToStream(int status, ServerError error) {
    return calls.stream() == null
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

  HttpClient http() {
    return client.http();
  }

  /** Hangs up. */
  @Override
  public void close() {
    client.close();
  }
}
