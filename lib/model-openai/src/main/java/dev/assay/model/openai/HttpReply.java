// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a server replied.
 *
 * @param body all of it, or its beginning
 * @param whole false if there was more than is taken in
 */
record HttpReply(int status, HttpHeaders headers, ReplyBody body, boolean whole) {

  boolean accepted() {
    return accepted(status);
  }

  static boolean accepted(int status) {
    return status / 100 == 2;
  }

  /** Whether the body is a stream of events that can be read as they come. */
  static boolean isStream(ResponseInfo info) {
    return accepted(info.statusCode())
        && isCalledStream(info.headers())
        && info.headers().firstValue("Content-Encoding").isEmpty();
  }

  /** Whether the server says that it is a stream of events. */
  boolean isCalledStream() {
    return isCalledStream(headers);
  }

  private static boolean isCalledStream(HttpHeaders headers) {
    String type = headers.firstValue("Content-Type").orElse("").strip();
    return type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
  }

  /**
   * Reads the body.
   *
   * @param patience is told of each byte
   * @param early is handed what is used of a reply that does not come to its end, and hangs up
   */
  static BodySubscriber<HttpReply> reader(
      ResponseInfo info, ReplyBody body, CallPatience patience, Consumer<HttpReply> early) {
    return new Reader(info, body, patience, early);
  }

  private static final class Reader implements BodySubscriber<HttpReply> {

    private final ResponseInfo info;
    private final ReplyBody body;
    private final CallPatience patience;
    private final Consumer<HttpReply> early;
    private final CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    private @Nullable HttpReply cut;

    private Reader(
        ResponseInfo info, ReplyBody body, CallPatience patience, Consumer<HttpReply> early) {
      this.info = info;
      this.body = body;
      this.patience = patience;
      this.early = early;
    }

    @Override
    public CompletionStage<HttpReply> getBody() {
      return reply;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      if (cut != null) {
        return;
      }
      for (ByteBuffer buffer : buffers) {
        if (!body.take(buffer)) {
          cut = soFar(false);
          early.accept(cut);
          return;
        }
      }
      patience.hear(body.answered());
    }

    private HttpReply soFar(boolean whole) {
      body.seal();
      return new HttpReply(info.statusCode(), info.headers(), body, whole);
    }

    @Override
    public void onError(Throwable failure) {
      // Of a refusal the status says enough. The JDK may put the failure in place of what is
      // completed here.
      if (body.answered() || !accepted(info.statusCode())) {
        early.accept(soFar(true));
      }
      reply.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      reply.complete(cut == null ? soFar(true) : cut);
    }
  }
}
