// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a caller does not get what was asked for; said at the edge in the edge's own terms. */
public final class Refusal extends RuntimeException {

  private final Kind kind;
  private final @Nullable Duration retryAfter;

  public Refusal(Kind kind, String detail) {
    this(kind, detail, null);
  }

  /**
   * One that passes by itself.
   *
   * @param retryAfter when to ask again, in whole seconds; null where nobody knows
   */
  public Refusal(Kind kind, String detail, @Nullable Duration retryAfter) {
    super(detail);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** What kind of refusal it is. */
  public enum Kind {
    /** The request cannot be understood, or names values that are not allowed. */
    INVALID,
    /** The request is fair, and the configured model cannot answer it. */
    OUT_OF_REACH,
    /** There is no such problem. */
    UNKNOWN,
    /** There was one, and it was deleted. */
    GONE,
    /** It contradicts what happened before. */
    CONFLICT,
    /** The loop ended without an answer. */
    NO_ANSWER,
    /** The time was up before there was anything to answer with. */
    TOO_LATE,
    /** There is no room for what would come of it. */
    FULL,
    /** There is too much to do already. */
    BUSY,
    /** The service is stopping. */
    STOPPING
  }

  public static Refusal invalid(String detail) {
    return new Refusal(Kind.INVALID, detail);
  }

  public Kind kind() {
    return kind;
  }

  /** When to ask again, in whole seconds; empty where nobody knows. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
