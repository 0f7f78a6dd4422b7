// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.weights;

import java.nio.file.Path;

/** There is nothing to serve; says where it was looked for and what was expected. */
public final class WeightsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  WeightsException(Path folder, String wrong, String expected) {
    super(folder + ": " + wrong + " (expected: " + expected + ")");
  }
}
