// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.draws.StudyRole;
import dev.assay.lab.draws.StudyRoles;
import dev.assay.standalone.ModelEnvironment;
import dev.assay.standalone.ModelSettings;
import java.nio.file.Path;
import java.util.function.Supplier;

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
    return opened(log, () -> StudyRoles.of(ModelSettings.here()));
  }

  /**
   * One role as its service would be played in this environment.
   *
   * @param service such as {@code critic-service}
   * @param log gets what is logged, and what TensorFlow writes to standard error
   * @throws SystemFailedException if its model does not open
   */
  static StudyRole player(String service, Path log) {
    return opened(log, () -> StudyRole.of(service, ModelSettings.here()));
  }

  private static <T> T opened(Path log, Supplier<T> models) {
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
      return models.get();
    } catch (RuntimeException e) {
      throw new SystemFailedException("the models did not open: " + FailureText.of(e), e);
    }
  }
}
