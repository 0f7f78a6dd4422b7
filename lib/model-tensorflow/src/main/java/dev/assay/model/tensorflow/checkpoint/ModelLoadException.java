// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A model folder that cannot be used; says which file, what was wrong and what was expected. */
public final class ModelLoadException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ModelLoadException(Path file, String wrong, String expected) {
    this(file, wrong, expected, null);
  }

  public ModelLoadException(Path file, String wrong, String expected, @Nullable Throwable cause) {
    super(file + ": " + wrong + " (expected: " + expected + ")", cause);
  }
}
