// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import java.util.concurrent.CompletableFuture;

/**
 * What callers wait for and the engine works on.
 *
 * @param <T> what comes of it
 */
sealed interface EngineCall<T> permits Generation, LikelihoodCall {

  /** Tokens that are read before anything comes of it. */
  int width();

  /** Completed by the engine's thread, and cancelled by a caller that has gone. */
  CompletableFuture<T> result();

  /** The caller has gone, and the engine frees the slot when it next looks. */
  default void cancel() {
    result().cancel(false);
  }

  default boolean cancelled() {
    return result().isCancelled();
  }

  /** There will be no result; does nothing once the call has finished. */
  default void fail(String message, Throwable cause) {
    result().completeExceptionally(new TransientModelException(message, cause, Spent.ONE_CALL));
  }
}
