// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a server replied.
 *
 * @param body all of it, or its beginning
 * @param whole false if there was more than is taken in
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HttpReply(int status, HttpHeaders headers, byte[] body, boolean whole) {

  boolean accepted() {
    return accepted(status);
  }

  static boolean accepted(int status) {
    return status / 100 == 2;
  }

  /**
   * Keeps as many bytes of the body as there is room for.
   *
   * @param room says for each next number of bytes whether they may be kept
   * @param longer is handed the beginning of a longer one, and has to hang up
   */
  static BodySubscriber<HttpReply> within(
      IntPredicate room, ResponseInfo info, Consumer<HttpReply> longer) {
    return new Reader(room, info, longer);
  }

  private static final class Reader implements BodySubscriber<HttpReply> {

    private final IntPredicate room;
    private final ResponseInfo info;
    private final Consumer<HttpReply> longer;
    private final CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    private final List<byte[]> read = new ArrayList<>();
    private @Nullable HttpReply cut;

    private Reader(IntPredicate room, ResponseInfo info, Consumer<HttpReply> longer) {
      this.room = room;
      this.info = info;
      this.longer = longer;
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
        if (!room.test(buffer.remaining())) {
          cut = soFar(false);
          longer.accept(cut);
          return;
        }
        byte[] taken = new byte[buffer.remaining()];
        buffer.get(taken);
        read.add(taken);
      }
    }

    private HttpReply soFar(boolean whole) {
      ByteBuffer body = ByteBuffer.allocate(read.stream().mapToInt(each -> each.length).sum());
      read.forEach(body::put);
      read.clear();
      return new HttpReply(info.statusCode(), info.headers(), body.array(), whole);
    }

    @Override
    public void onError(Throwable failure) {
      reply.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      reply.complete(cut == null ? soFar(true) : cut);
    }
  }
}
