// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.system;

import dev.assay.db.Migrations;
import dev.assay.db.Owner;
import dev.assay.embedded.servers.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The database's processes, seen from outside. Whoever kills it need not start it again. */
public final class Database implements Victim, AutoCloseable {

  static final String FOLDER = "postgres";

  /** What each owner logs in with. */
  static final Map<Owner, String> PASSWORDS =
      Map.of(Owner.GATEWAY, "g-word", Owner.VERIFIER, "v-word");

  /** As PostgreSQL says it when a disk is full, on the tables that events end up in. */
  private static final String FILL =
      """
      create function public.disk_full() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file: No space left on device'
        using errcode = 'disk_full'; end $$;
      create trigger disk_full before insert on gateway.event
        for each statement execute function public.disk_full();
      create trigger disk_full before insert on verifier.inbox
        for each statement execute function public.disk_full();
      """;

  private static final String EMPTY = "drop function public.disk_full() cascade";

  private final EmbeddedDatabase server;
  private final Path note;

  Database(Path home) {
    Path folder = home.resolve(FOLDER);
    server = EmbeddedDatabase.start(folder);
    note = folder.resolve("data").resolve("postmaster.pid");
    Map<Owner, Integer> _ =
        Migrations.migrate(server.jdbcUrl(), server.user(), server.password(), PASSWORDS);
  }

  String jdbcUrl() {
    return server.jdbcUrl();
  }

  /** As somebody who may read everything. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }

  /** From now on what is written is refused as on a full disk. */
  public void fill() {
    run(FILL);
  }

  /** There is room again. */
  public void makeRoom() {
    run(EMPTY);
  }

  private void run(String statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException("could not fill the disk, or empty it", e);
    }
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public void kill() {
    ProcessHandle postmaster = postmaster();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
  }

  /** Its supervisor has seen to it; this waits until it takes queries. */
  @Override
  public void restart() {
    Waiting.until("the database takes queries", this::answers);
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void freeze() {
    Signals.freeze(Signals.family(postmaster()));
  }

  @Override
  public void thaw() {
    Signals.thaw(Signals.family(postmaster()));
  }

  private ProcessHandle postmaster() {
    try {
      long pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
