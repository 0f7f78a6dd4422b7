// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import dev.assay.settings.SecretFiles;
import java.time.Duration;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Migrates the database of a deployment, before its services start. */
public final class MigrationJob {

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private MigrationJob() {}

  /**
   * Takes what it needs from the environment: {@code ASSAY_DB_URL}, {@code ASSAY_DB_ADMIN_USER},
   * {@code ASSAY_DB_ADMIN_PASSWORD}, {@code ASSAY_<OWNER>_DB_PASSWORD} of each owner, and how often
   * it asks for a database that is not there yet, {@code ASSAY_DB_TRIES}. Each may lie in a file
   * that the same name with {@code _FILE} names. Ends with status 0, or 1 and a line that says why.
   */
  public static void main(String[] arguments) {
    // Before the first logger: other programs that hold this module have logs of their own.
    System.setProperty("logback.configurationFile", "logback-job.xml");
    System.exit(status(System.getenv()));
  }

  /** Does the work, and logs what came of it. */
  static int status(Map<String, String> environment) {
    var log = LoggerFactory.getLogger(MigrationJob.class);
    try {
      run(SecretFiles.resolve(environment));
      log.info("the database is as this build needs it");
      return 0;
    } catch (IllegalArgumentException | IllegalStateException e) {
      log.error("not migrated: {}", OneLine.of(e));
      log.debug("not migrated", e);
      return 1;
    }
  }

  static Map<Owner, Integer> run(Map<String, String> environment) {
    JobSettings settings = JobSettings.of(environment);
    new AwaitedDatabase(settings.url(), settings.user(), settings.password())
        .await(new Patience(settings.tries(), BETWEEN_TRIES));
    return Migrations.migrate(
        settings.url(), settings.user(), settings.password(), settings.passwords());
  }
}
