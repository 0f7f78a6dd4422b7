// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asking again later may help: a time-out, a 429, a 5xx, an overloaded or restarting server. */
public final class TransientModelException extends ModelException {

  private static final long serialVersionUID = 3;

  private final transient Optional<Duration> retryAfter;

  public TransientModelException(String message) {
    this(message, null);
  }

  public TransientModelException(String message, @Nullable Throwable cause) {
    this(message, cause, Spent.NOTHING);
  }

  /**
   * @param spent what the call has cost all the same
   */
  public TransientModelException(String message, @Nullable Throwable cause, Spent spent) {
    this(message, cause, spent, Optional.empty());
  }

  /**
   * @param spent what the call has cost all the same
   * @param retryAfter how long the server wants to be left alone, if it said so
   */
  public TransientModelException(
      String message, @Nullable Throwable cause, Spent spent, Optional<Duration> retryAfter) {
    this(message, cause, spent, retryAfter, FailureKind.OTHER);
  }

  /**
   * @param spent what the call has cost all the same
   * @param retryAfter how long the server wants to be left alone, if it said so
   * @param kind what was wrong
   */
  public TransientModelException(
      String message,
      @Nullable Throwable cause,
      Spent spent,
      Optional<Duration> retryAfter,
      FailureKind kind) {
    super(message, cause, spent, kind);
    this.retryAfter = retryAfter;
  }

  /** How long the server wants to be left alone; empty if it did not say. Nobody has waited. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
