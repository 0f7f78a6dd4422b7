// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.system;

import java.io.Serial;
import java.nio.file.Path;

/** A service is to be started that nobody has built. */
public final class MissingProgramException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  MissingProgramException(Path folder) {
    super(
        "%s: no *-exec.jar (expected: the service as the build packages it); make build makes it"
            .formatted(folder));
  }
}
