// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.model.Reply;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A call of a model that ends when its client leaves: a problem that is settled hangs up on the
 * calls that it no longer needs, and they must not take the places of others.
 */
final class WatchedCall {

  /** To look costs the connection's reuse, so not while a reply is likely to come. */
  private static final long LOOK_MILLIS = 1_000;

  private WatchedCall() {}

  /**
   * @param gone whether the client has left
   * @throws ModelException if the model gives no reply
   * @throws EOFException if nobody waits for it any more
   */
  static Reply complete(Model model, CompletionRequest request, BooleanSupplier gone)
      throws IOException {
    FutureTask<Reply> call = new FutureTask<>(() -> model.complete(request));
    Thread caller = Thread.ofVirtual().name("call").start(call);
    try {
      return await(call, gone);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ModelException failure
          ? failure
          : new IllegalStateException("model " + model.name() + " failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiFailure.busy("the server is stopping");
    } finally {
      // Hangs up on the model; does nothing once it has replied.
      caller.interrupt();
    }
  }

  private static Reply await(FutureTask<Reply> call, BooleanSupplier gone)
      throws ExecutionException, InterruptedException, IOException {
    while (true) {
      try {
        return call.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        if (gone.getAsBoolean()) {
          throw new EOFException("the client hung up");
        }
      }
    }
  }
}
