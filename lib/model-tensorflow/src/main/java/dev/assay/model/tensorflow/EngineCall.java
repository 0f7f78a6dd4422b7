// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

/** What callers wait for and the engine works on. */
sealed interface EngineCall permits Generation, LikelihoodCall {

  /** Tokens that are read before anything comes of it. */
  int width();

  /** The caller has gone; does nothing once the call has finished. */
  void cancel();

  boolean cancelled();

  /** There will be no result; does nothing once the call has finished. */
  void fail(String message, Throwable cause);
}
