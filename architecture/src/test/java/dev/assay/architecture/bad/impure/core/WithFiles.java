// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.impure.core;

import java.nio.file.Files;
import java.nio.file.Path;

class WithFiles {

  boolean isThere() {
    return Files.exists(Path.of("x"));
  }
}
