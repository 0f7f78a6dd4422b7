// SPDX-License-Identifier: Apache-2.0
package dev.assay.inference.api;

import org.jspecify.annotations.Nullable;

/** A model call that brought no completion; the subclass says whether asking again may help. */
public abstract sealed class ModelException extends RuntimeException
    permits TransientModelException, PermanentModelException {

  private static final long serialVersionUID = 1;

  ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
