// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

/** A text that the vocabulary cannot spell; better refused than silently read as something else. */
public final class UnknownTextException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnknownTextException(String part, int index) {
    super("\"" + part + "\" at character " + index + " is not in the model's vocabulary");
  }
}
