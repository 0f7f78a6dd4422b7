// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import org.jspecify.annotations.Nullable;

/** Asking again later may help: a time-out, a 429, a 5xx, an overloaded or restarting server. */
public final class TransientModelException extends ModelException {

  private static final long serialVersionUID = 1;

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
    super(message, cause, spent);
  }
}
