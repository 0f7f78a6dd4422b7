// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import dev.assay.db.Migrations;
import dev.assay.db.Owner;
import dev.assay.embedded.servers.EmbeddedDatabase;
import dev.assay.embedded.servers.EmbeddedKafka;
import dev.assay.embedded.servers.GeneratedPassword;
import dev.assay.embedded.servers.Umask;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole system in this process, on the loopback interface: a real broker, a real database, the
 * five services. It stops in the reverse order, also when the process is asked to end.
 */
public final class EmbeddedSystem implements AutoCloseable {

  private final DataFolder folder;
  private final Shutdown shutdown;
  private final RunningServer running;

  private EmbeddedSystem(DataFolder folder, Shutdown shutdown, RunningServer running) {
    this.folder = folder;
    this.shutdown = shutdown;
    this.running = running;
  }

  /**
   * Starts everything.
   *
   * @param place the data folder, made if it is new
   * @param port of the gateway, or 0 for any that is free
   * @throws FolderInUseException if another process has the folder
   * @throws SettingException if a setting cannot be used; nothing has been started then
   */
  public static EmbeddedSystem start(Path place, int port, StartUp startUp) {
    Umask.forOwnerOnly();
    DataFolder folder = DataFolder.take(place);
    Shutdown shutdown = Shutdown.atExit();
    shutdown.next(folder);
    try {
      RunningServer running = new Starter(folder, shutdown, startUp).start(port);
      return new EmbeddedSystem(folder, shutdown, running);
    } catch (RuntimeException e) {
      shutdown.close();
      throw e;
    }
  }

  /** Where it answers. */
  public RunningServer running() {
    return running;
  }

  /** Notes the address in the data folder, so that others use this system: it is here to stay. */
  public void publish() {
    folder.publish(running);
  }

  /** Adds what has to be done while everything still runs, also when the process is to end. */
  public void beforeStop(AutoCloseable last) {
    shutdown.next(last);
  }

  @Override
  public void close() {
    shutdown.close();
  }

  private record Starter(DataFolder folder, Shutdown shutdown, StartUp startUp, ServerLoss loss) {

    Starter(DataFolder folder, Shutdown shutdown, StartUp startUp) {
      this(folder, shutdown, startUp, new ServerLoss());
    }

    RunningServer start(int port) {
      Services.trouble(Map.of())
          .ifPresent(
              trouble -> {
                throw new SettingException(trouble);
              });
      startUp.starting("Kafka and PostgreSQL");
      Map<Owner, String> passwords = passwords();
      // Side by side: both wait for disks and for themselves more than for a processor.
      var database = CompletableFuture.supplyAsync(() -> database(passwords));
      EmbeddedKafka kafka = shutdown.next(EmbeddedKafka.start(folder.kafka(), loss::end));
      Map<String, String> settings = settings(kafka, database.join(), passwords);
      settings.put("server.port", String.valueOf(port));
      URI url = URI.create("http://127.0.0.1:" + services(settings));
      return new RunningServer(
          ProcessHandle.current().pid(), Optional.of(url), Optional.of(kafka.clientFile()));
    }

    private EmbeddedDatabase database(Map<Owner, String> passwords) {
      EmbeddedDatabase database =
          shutdown.next(EmbeddedDatabase.start(folder.postgres(), loss::end));
      loss.spare(database);
      Migrations.migrate(database.jdbcUrl(), database.user(), database.password(), passwords);
      return database;
    }

    /** New ones at every start: the migration sets them, so they need not be kept anywhere. */
    private static Map<Owner, String> passwords() {
      Map<Owner, String> passwords = new EnumMap<>(Owner.class);
      for (Owner owner : Owner.values()) {
        passwords.put(owner, GeneratedPassword.random());
      }
      return passwords;
    }

    private Map<String, String> settings(
        EmbeddedKafka kafka, EmbeddedDatabase database, Map<Owner, String> passwords) {
      Map<String, String> settings = new LinkedHashMap<>();
      settings.putAll(kafka.serviceSettings());
      settings.put("ASSAY_DATA_FOLDER", folder.path().toString());
      settings.put("ASSAY_DB_URL", database.jdbcUrl());
      passwords.forEach((owner, word) -> settings.put("ASSAY_" + owner + "_DB_PASSWORD", word));
      settings.put("server.address", "127.0.0.1");
      // Whoever pressed Ctrl-C waits.
      settings.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
      // Everything is there, or the start has failed.
      settings.put("assay.dependencies.await", "false");
      settings.put("server.tomcat.basedir", folder.path().resolve("web").toString());
      settings.put("logging.register-shutdown-hook", "false");
      return settings;
    }

    /** One after another: contexts that start together race in the logging set-up. */
    private String services(Map<String, String> settings) {
      String port = "";
      Contexts contexts = shutdown.next(new Contexts());
      for (Services.Service service : Services.ALL) {
        startUp.starting(service.name());
        ConfigurableApplicationContext context = service.start(settings);
        contexts.add(context);
        port = context.getEnvironment().getProperty("local.server.port", port);
      }
      return port;
    }
  }
}
