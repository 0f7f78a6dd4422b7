// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that may start later than the job that migrates it. */
final class AwaitedDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(AwaitedDatabase.class);
  private static final int TRIES_A_LINE = 10;

  private final String url;
  private final String user;
  private final String password;

  AwaitedDatabase(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /**
   * Waits until it lets the user in.
   *
   * @throws IllegalStateException if it does not come, or if waiting cannot help
   */
  void await(Patience patience) {
    for (int number = 1; ; number++) {
      try (Connection _ = DriverManager.getConnection(url, user, password)) {
        return;
      } catch (SQLException e) {
        if (!ConnectionTrouble.passes(e) || number == patience.tries()) {
          throw new IllegalStateException(ConnectionTrouble.told(e, url, user), e);
        }
        if (number == 1 || number % TRIES_A_LINE == 0) {
          LOG.info(
              "waiting for database {}, try {} of {}: {}",
              ConnectionTrouble.where(url),
              number,
              patience.tries(),
              OneLine.of(e));
        }
      }
      patience.pause();
    }
  }
}
