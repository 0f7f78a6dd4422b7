// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.CallFailure;
import dev.assay.contracts.FinishReason;
import dev.assay.contracts.Usage;
import dev.assay.model.ModelException;
import dev.assay.model.TransientModelException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A role was asked and has nothing to show for it. What was paid all the same, for the call that
 * failed and those before it, goes with it.
 */
public final class NoReplyException extends RuntimeException implements CallFailure {

  private static final long serialVersionUID = 1;

  private final transient Usage spent;
  private final boolean mayPass;
  private final transient Optional<Duration> retryAfter;

  private NoReplyException(
      String message,
      @Nullable Throwable cause,
      Usage spent,
      boolean mayPass,
      Optional<Duration> retryAfter) {
    super(message, cause);
    this.spent = spent;
    this.mayPass = mayPass;
    this.retryAfter = retryAfter;
  }

  private NoReplyException(String message, Usage spent) {
    this(message, null, spent, false, Optional.empty());
  }

  static NoReplyException failed(ModelException cause, Usage spent) {
    return new NoReplyException(
        String.valueOf(cause.getMessage()),
        cause,
        spent,
        cause instanceof TransientModelException,
        cause instanceof TransientModelException passing ? passing.retryAfter() : Optional.empty());
  }

  /** A call of a delivery before, which the task goes on without. */
  static NoReplyException before(String message, Usage spent) {
    return new NoReplyException(message, spent);
  }

  static NoReplyException late() {
    return new NoReplyException(
        "late: the problem's deadline passed before the model was asked", Usage.NONE);
  }

  static NoReplyException tooLong(int most, Usage spent) {
    return new NoReplyException(
        ("the reply is longer than %d bytes (expected: at most that; lower assay.role.max-tokens,"
                + " or raise assay.role.max-reply-bytes)")
            .formatted(most),
        spent);
  }

  /** The model thought, or did not even that, and said nothing. */
  static NoReplyException silent(int tokens, FinishReason reason, Usage spent) {
    String remedy =
        reason == FinishReason.LENGTH ? "; raise assay.role.max-tokens, thinking counts" : "";
    return new NoReplyException(
        "the model said nothing in %d tokens (finish_reason: %s%s)"
            .formatted(tokens, reason.word(), remedy),
        spent);
  }

  /** The same, where calls before it of the same task were paid as well. */
  NoReplyException after(Usage paid) {
    return new NoReplyException(
        String.valueOf(getMessage()), getCause(), paid.plus(spent), mayPass, retryAfter);
  }

  /**
   * The same, which nobody tries again: whoever did would not know of what this one has spent, and
   * could spend more than was allowed.
   */
  NoReplyException forGood() {
    return new NoReplyException(
        getMessage() + "; it counts on the budget, and is not bought again", spent);
  }

  @Override
  public Usage spent() {
    return spent;
  }

  @Override
  public boolean mayPass() {
    return mayPass;
  }

  @Override
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
