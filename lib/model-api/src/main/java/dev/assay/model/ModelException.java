// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import dev.assay.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A model call that brought no reply; the subclass says whether asking again may help. Its message
 * may quote a server, and so is made one line of bounded length here.
 */
public abstract sealed class ModelException extends RuntimeException
    permits TransientModelException, PermanentModelException {

  private static final long serialVersionUID = 3;

  /** Enough for what went wrong, where, and the beginning of what a server said about it. */
  private static final int LONGEST_MESSAGE = 1_000;

  private final transient Spent spent;
  private final FailureKind kind;

  ModelException(String message, @Nullable Throwable cause, Spent spent, FailureKind kind) {
    super(PlainText.line(message, LONGEST_MESSAGE), cause);
    this.spent = spent;
    this.kind = kind;
  }

  /** What the call has cost all the same. */
  public Spent spent() {
    return spent;
  }

  /** What was wrong. */
  public FailureKind kind() {
    return kind;
  }
}
