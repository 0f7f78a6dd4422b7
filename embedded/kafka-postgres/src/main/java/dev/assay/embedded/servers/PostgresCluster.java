// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A PostgreSQL's data, its superuser's password, and who is let in: over the loopback interface,
 * whoever holds a password. There is no Unix socket, and nobody is trusted.
 */
record PostgresCluster(PostgresPrograms programs, Path folder) {

  static final String SUPERUSER = "postgres";

  /** Replication is let in by a line of its own, and there is none. */
  private static final String WHO_IS_LET_IN = "host all all 127.0.0.1/32 scram-sha-256\n";

  /**
   * A cluster made before passwords let everybody in as anybody: whoever came may have left himself
   * a role. Statements of one line each, as single-user mode takes them.
   */
  private static final String SHUT_OUT =
      "do $$ declare each record; begin for each in select rolname from pg_roles"
          + " where rolname <> 'postgres' and rolname !~ '^pg_' loop execute format("
          + "'alter role %I nologin nosuperuser noreplication password null', each.rolname);"
          + " end loop; end $$;\n";

  /** What they may have left to be run, or set, when the superuser logs in. */
  private static final String FORGET =
      "delete from pg_db_role_setting;\n"
          + "do $$ declare each record; begin for each in select evtname from pg_event_trigger"
          + " loop execute format('drop event trigger %I', each.evtname); end loop; end $$;\n";

  Path data() {
    return folder.resolve("data");
  }

  /** Who is let in; named to the server, as settings in the cluster may name another file. */
  Path access() {
    return data().resolve("pg_hba.conf");
  }

  private Path secret() {
    return folder.resolve("password");
  }

  /** Makes the cluster if it is new, closes it to others if it is old; gives the password. */
  String prepare() throws IOException {
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      create();
    } else if (!Files.exists(secret())) {
      takeOver();
    }
    PrivateFiles.write(access(), WHO_IS_LET_IN);
    return Files.readString(secret());
  }

  private void create() throws IOException {
    PrivateFiles.write(secret(), GeneratedPassword.random());
    // Beside its place: whoever is killed here leaves nothing half made there.
    Path fresh = folder.resolve("data.new");
    if (Files.exists(fresh)) {
      PostgresPrograms.delete(fresh);
    }
    run(
        "initdb",
        List.of(
            "--pgdata=" + fresh,
            "--username=" + SUPERUSER,
            "--pwfile=" + secret(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C"),
        "");
    Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Without a server, and so without a moment in which somebody else could come in. */
  private void takeOver() throws IOException {
    // Settings that statements can make: they name files to trust, and programs to run.
    PrivateFiles.write(data().resolve("postgresql.auto.conf"), "");
    String password = GeneratedPassword.random();
    String own = "alter role " + SUPERUSER + " login password '" + password + "';\n";
    run(
        "postgres",
        List.of(
            "--single",
            "-D",
            data().toString(),
            "-c",
            "exit_on_error=on",
            "-c",
            "password_encryption=scram-sha-256",
            "-c",
            "log_min_error_statement=panic",
            SUPERUSER),
        SHUT_OUT + FORGET + own);
    PrivateFiles.write(secret(), password);
  }

  private void run(String program, List<String> arguments, String input) throws IOException {
    Process process = programs.command(program, arguments).redirectErrorStream(true).start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(program + " failed: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + program + " was running", e);
    }
  }
}
