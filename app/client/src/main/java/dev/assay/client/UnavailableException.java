// SPDX-License-Identifier: Apache-2.0
package dev.assay.client;

import java.time.Duration;

/** Nobody answers, or somebody who is too busy: the same request may succeed later. */
public final class UnavailableException extends RuntimeException {

  private final Duration retryAfter;

  UnavailableException(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** How long the server asks to be left alone; zero if it does not say. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
