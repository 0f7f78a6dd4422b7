// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schema of one owner, migrated as that owner while services of the build before still use it.
 * A statement that needs a table for itself waits in front of all who come after it, so it waits
 * briefly, steps back, and tries again.
 */
final class OwnedSchema {

  private static final Logger LOG = LoggerFactory.getLogger(OwnedSchema.class);
  private static final String LOCKED = "55P03";

  private final String url;
  private final Owner owner;
  private final String password;
  private final LockPatience patience;
  private final Flyway flyway;

  /**
   * @param more locations of SQL beside the owner's own
   */
  OwnedSchema(String url, Owner owner, String password, LockPatience patience, String... more) {
    this.url = url;
    this.owner = owner;
    this.password = password;
    this.patience = patience;
    this.flyway =
        Flyway.configure()
            .dataSource(url, owner.role(), password)
            .schemas(owner.schema())
            .createSchemas(false)
            .initSql("set lock_timeout = " + patience.lock().toMillis())
            .locations(
                Stream.concat(Stream.of("classpath:db/" + owner.schema()), Arrays.stream(more))
                    .toArray(String[]::new))
            .load();
  }

  /**
   * Applies what waits.
   *
   * @return how many migrations that were
   * @throws IllegalStateException if one fails, or does not get a table within its tries
   */
  int migrate() {
    int before = flyway.info().applied().length;
    for (int number = 1; ; number++) {
      try {
        flyway.migrate();
        int applied = flyway.info().applied().length - before;
        LOG.info("{}: {} migrations applied", owner.schema(), applied);
        tellOfLaterBuilds();
        return applied;
      } catch (FlywayException e) {
        if (!isLocked(e)) {
          throw new IllegalStateException(owner.schema() + ": " + OneLine.of(e), e);
        }
        if (number == patience.between().tries()) {
          throw new IllegalStateException(inTheWay(), e);
        }
        LOG.info("{}: waiting for {}", owner.schema(), holders());
      }
      patience.between().pause();
    }
  }

  /** An older job must not keep services from going back to its build. */
  private void tellOfLaterBuilds() {
    MigrationVersion own =
        Stream.of(flyway.info().all())
            .filter(each -> !isOfALaterBuild(each))
            .map(MigrationInfo::getVersion)
            .max(MigrationVersion::compareTo)
            .orElse(MigrationVersion.EMPTY);
    Stream.of(flyway.info().applied())
        .filter(OwnedSchema::isOfALaterBuild)
        .map(MigrationInfo::getVersion)
        .max(MigrationVersion::compareTo)
        .ifPresent(
            later ->
                LOG.info(
                    "{}: at version {} of a later build, this one knows {}; left as it is",
                    owner.schema(),
                    later,
                    own));
  }

  private static boolean isOfALaterBuild(MigrationInfo migration) {
    return migration.getState().isApplied() && !migration.getState().isResolved();
  }

  private String inTheWay() {
    return "%s: a table stayed locked through %d tries of %d ms by %s (expected: that it is let go; end what holds it, and run this again)"
        .formatted(
            owner.schema(), patience.between().tries(), patience.lock().toMillis(), holders());
  }

  private String holders() {
    try {
      return LockHolders.of(url, owner, password);
    } catch (SQLException e) {
      return "a session that cannot be named: " + OneLine.of(e);
    }
  }

  private static boolean isLocked(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException cause && LOCKED.equals(cause.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
