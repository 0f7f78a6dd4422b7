// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import org.jspecify.annotations.Nullable;

/** Asking again cannot help: the prompt does not fit, the key is refused, the model is unknown. */
public final class PermanentModelException extends ModelException {

  private static final long serialVersionUID = 2;

  public PermanentModelException(String message) {
    this(message, null);
  }

  public PermanentModelException(String message, @Nullable Throwable cause) {
    this(message, cause, Spent.NOTHING);
  }

  /**
   * @param spent what the call has cost all the same
   */
  public PermanentModelException(String message, @Nullable Throwable cause, Spent spent) {
    this(message, cause, spent, FailureKind.OTHER);
  }

  /**
   * @param spent what the call has cost all the same
   * @param kind what was wrong
   */
  public PermanentModelException(
      String message, @Nullable Throwable cause, Spent spent, FailureKind kind) {
    super(message, cause, spent, kind);
  }
}
