// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.draws.ServiceRole;
import dev.assay.lab.draws.StudyRole;
import dev.assay.lab.draws.StudyRoles;
import dev.assay.standalone.ModelEnvironment;
import dev.assay.standalone.ModelRole;
import dev.assay.standalone.ModelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Opens the models of the roles for a command that starts no services. */
final class OpenModels {

  /** Protocols have another opinion of how to draw those than of one reply. */
  private static final String VOTES = "assay.role.votes";

  private OpenModels() {}

  /**
   * As the services would be played in this environment.
   *
   * @param log gets what is logged, and what TensorFlow writes to standard error
   * @throws SystemFailedException if a model does not open
   */
  static StudyRoles players(Path log) {
    return opened(log, () -> StudyRoles.of(ModelSettings::here));
  }

  /**
   * One role as its service would be played in this environment.
   *
   * @param service such as {@code critic-service}
   * @param votes whether several replies to the same are drawn
   * @param log gets what is logged, and what TensorFlow writes to standard error
   * @throws SystemFailedException if its model does not open
   */
  static StudyRole player(String service, boolean votes, Path log) {
    Map<String, String> settings = new LinkedHashMap<>(ModelSettings.here(service));
    settings.put(VOTES, Boolean.toString(votes));
    return opened(log, () -> StudyRole.of(service, settings));
  }

  /** The same with the place of its model. */
  static ServiceRole role(ModelRole role, Path log) {
    return opened(log, () -> ServiceRole.of(role.service(), ModelSettings.here(role.service())));
  }

  private static <T> T opened(Path log, Supplier<T> models) {
    ModelEnvironment.here()
        .trouble()
        .ifPresent(
            trouble -> {
              throw new UsageException(trouble);
            });
    // Before anything logs: into the file, and not beside what the command says.
    System.setProperty("assay.log", log.toString());
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    NativeErrors.toLog(log);
    try {
      return models.get();
    } catch (RuntimeException e) {
      throw new SystemFailedException("the models did not open: " + FailureText.of(e), e);
    }
  }

  /** Where commands log that have no folder of data: not beside the weights. */
  static Path log() {
    Path data = Path.of(ServeCommand.USUAL_DATA).toAbsolutePath();
    try {
      return Files.createDirectories(data).resolve("assay.log");
    } catch (IOException e) {
      throw new SystemFailedException("cannot keep a log in " + data + ": " + FailureText.of(e), e);
    }
  }
}
