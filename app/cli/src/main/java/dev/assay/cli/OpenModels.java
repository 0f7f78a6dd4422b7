// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.draws.StudyRoles;
import dev.assay.standalone.ModelEnvironment;
import dev.assay.standalone.ModelSettings;
import java.nio.file.Path;

/** Opens the models of the roles for a command that starts no services. */
final class OpenModels {

  private OpenModels() {}

  /**
   * As the services would be played in this environment.
   *
   * @param log gets what is logged, and what TensorFlow writes to standard error
   * @throws SystemFailedException if a model does not open
   */
  static StudyRoles players(Path log) {
    ModelEnvironment.here()
        .trouble()
        .ifPresent(
            trouble -> {
              throw new UsageException(trouble);
            });
    // Before anything logs.
    System.setProperty("assay.log", log.toString());
    NativeErrors.toLog(log);
    try {
      return StudyRoles.of(ModelSettings.here());
    } catch (RuntimeException e) {
      throw new SystemFailedException("the models did not open: " + FailureText.of(e), e);
    }
  }
}
