// SPDX-License-Identifier: Apache-2.0
package dev.assay.inference.openai;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * What a server replied.
 *
 * @param body all of it, or its beginning
 * @param whole false if the body is longer than it may be
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Reply(int status, HttpHeaders headers, byte[] body, boolean whole) {

  boolean accepted() {
    return accepted(status);
  }

  static boolean accepted(int status) {
    return status / 100 == 2;
  }

  /**
   * Keeps so many bytes of the body at the most.
   *
   * @param longer is handed the beginning of a longer one, and has to hang up
   */
  static BodySubscriber<Reply> upTo(long most, ResponseInfo info, Consumer<Reply> longer) {
    return new Reader(most, info, longer);
  }

  private static final class Reader implements BodySubscriber<Reply> {

    private final long most;
    private final ResponseInfo info;
    private final Consumer<Reply> longer;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    private Reader(long most, ResponseInfo info, Consumer<Reply> longer) {
      this.most = most;
      this.info = info;
      this.longer = longer;
    }

    @Override
    public CompletionStage<Reply> getBody() {
      return reply;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] taken = new byte[(int) Math.min(buffer.remaining(), most - read.size())];
        buffer.get(taken);
        read.writeBytes(taken);
        if (buffer.hasRemaining()) {
          longer.accept(soFar(false));
          return;
        }
      }
    }

    private Reply soFar(boolean whole) {
      return new Reply(info.statusCode(), info.headers(), read.toByteArray(), whole);
    }

    @Override
    public void onError(Throwable failure) {
      reply.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      reply.complete(soFar(true));
    }
  }
}
