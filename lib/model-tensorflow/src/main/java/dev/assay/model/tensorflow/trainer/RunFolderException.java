// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

/** A folder that a run cannot have, or cannot go on in; says why and what to do instead. */
public final class RunFolderException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RunFolderException(String message) {
    super(message);
  }
}
