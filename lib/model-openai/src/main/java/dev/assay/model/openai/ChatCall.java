// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.Spent;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: how far it has come decides what it has cost if it fails. While it is
 * open its reply takes up memory.
 */
final class ChatCall implements AutoCloseable {

  /** Of an error's body only the beginning is quoted. */
  private static final int ERROR_BODY = 65_536;

  /** Of an event some 250 bytes are the same in all of them; a token of it has three or four. */
  private static final long EVENT_SHARE = 8;

  private final long mostBytes;
  private final Semaphore memory;
  private final CallPatience patience;
  private final ChatAnswer answer;
  private final Runnable taken;
  private final CompletableFuture<HttpReply> cut = new CompletableFuture<>();
  private volatile @Nullable ResponseInfo info;
  private volatile @Nullable ReplyBody body;
  private volatile boolean sent;
  private volatile boolean accepted;
  private int held;
  private boolean crowded;
  private boolean closed;

  /**
   * @param mostBytes of a reply that is no error
   * @param memory a permit for each byte of all the replies that are in memory at a time
   * @param patience with the server, which begins now
   * @param answer to be told what a stream of events says
   * @param taken to be told when the server takes the call on
   */
  ChatCall(
      long mostBytes, Semaphore memory, CallPatience patience, ChatAnswer answer, Runnable taken) {
    this.mostBytes = mostBytes;
    this.memory = memory;
    this.patience = patience;
    this.answer = answer;
    this.taken = taken;
  }

  /**
   * Waits for the whole reply, or for as much of it as will be read. The connection is closed then,
   * as it is when the time is up or the caller is interrupted, wherever the server stands: the
   * JDK's own time-out would end with the headers.
   */
  HttpReply send(HttpClient http, HttpRequest.Builder request, byte[] body)
      throws TimeoutException, ExecutionException, InterruptedException {
    CompletableFuture<HttpResponse<HttpReply>> exchange =
        http.sendAsync(request.POST(new Noted(body)).build(), this::reader);
    try {
      return await(exchange.thenApply(HttpResponse::body).applyToEither(cut, Function.identity()));
    } finally {
      // Hangs up on a server that is still generating; does nothing where all has been read.
      exchange.cancel(true);
    }
  }

  private HttpReply await(CompletableFuture<HttpReply> reply)
      throws TimeoutException, ExecutionException, InterruptedException {
    CompletableFuture<HttpReply> _ = reply.whenComplete((_, _) -> patience.tell());
    while (!reply.isDone()) {
      if (!patience.await()) {
        return answered().orElseThrow(() -> new TimeoutException(patience.exceeded()));
      }
    }
    return reply.get();
  }

  /** What has come, if it is an answer without the end of its stream. */
  private Optional<HttpReply> answered() {
    ReplyBody read = body;
    ResponseInfo head = info;
    if (read == null || head == null || !read.answered()) {
      return Optional.empty();
    }
    read.seal();
    return Optional.of(new HttpReply(head.statusCode(), head.headers(), read, true));
  }

  private BodySubscriber<HttpReply> reader(ResponseInfo head) {
    accepted = HttpReply.accepted(head.statusCode());
    if (accepted) {
      taken.run();
    }
    ReplyBody read =
        new ReplyBody(
            accepted ? this::fits : this::isQuoted,
            EVENT_SHARE * mostBytes,
            answer,
            HttpReply.isStream(head));
    info = head;
    body = read;
    return HttpReply.reader(head, read, patience, cut::complete);
  }

  private synchronized boolean isQuoted(int bytes) {
    return held + bytes <= ERROR_BODY && fits(bytes);
  }

  /** Whether so many more bytes may be kept. */
  synchronized boolean fits(int bytes) {
    if (closed || held + (long) bytes > mostBytes) {
      return false;
    }
    boolean room = memory.tryAcquire(bytes);
    held += room ? bytes : 0;
    crowded |= !room;
    return room;
  }

  /** Whether the reply was cut for want of memory, not for its own length. */
  synchronized boolean crowded() {
    return crowded;
  }

  /** Whoever reads the reply has done so. */
  @Override
  public synchronized void close() {
    closed = true;
    memory.release(held);
    held = 0;
  }

  /** Whether the server had begun to answer, and not to refuse. */
  boolean begun() {
    return accepted;
  }

  /** What a call has cost that was hung up on: the server had it, and may have been generating. */
  Spent whenHungUp() {
    return sent ? answer.spent() : Spent.NOTHING;
  }

  /**
   * What a call has cost whose connection broke: the server had it, and may have been generating
   * without a word; only where it had begun to refuse nobody was at work.
   */
  Spent whenBrokenOff() {
    return sent && (accepted || info == null) ? answer.spent() : Spent.NOTHING;
  }

  /** The body of the request, which is asked for when the connection stands. */
  private final class Noted implements BodyPublisher {

    private final BodyPublisher body;

    private Noted(byte[] body) {
      this.body = BodyPublishers.ofByteArray(body);
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      sent = true;
      body.subscribe(subscriber);
    }
  }
}
