// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import dev.assay.embedded.servers.EmbeddedDatabase;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a process whose broker or database is gone for good: it says why, and ends with a
 * status that tells whoever watches it to start it again. What was taken is on disk.
 */
final class ServerLoss {

  private static final Logger LOG = LoggerFactory.getLogger(ServerLoss.class);
  private static final int FAILED = 1;

  private final AtomicReference<EmbeddedDatabase> database = new AtomicReference<>();

  /** Has the database stopped before the process ends: as a child it would go on alone. */
  void spare(EmbeddedDatabase server) {
    database.set(server);
  }

  /** Without the usual shutdown, which would wait for what is gone. */
  void end(String why) {
    LOG.error("ending: {}", why);
    System.err.println(
        "assay: "
            + why
            + "\nWhat was taken is kept. Start it again on the same folder when the"
            + " cause is gone.");
    try {
      EmbeddedDatabase server = database.get();
      if (server != null) {
        server.close();
      }
    } catch (RuntimeException e) {
      LOG.warn("could not stop the database", e);
    }
    Runtime.getRuntime().halt(FAILED);
  }
}
