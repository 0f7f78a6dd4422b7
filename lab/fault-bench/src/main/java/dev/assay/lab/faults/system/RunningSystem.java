// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.system;

import dev.assay.db.Owner;
import dev.assay.embedded.servers.Ports;
import dev.assay.lab.faults.model.ModelServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The system as a platform team runs it: a broker, a database, a model on a server, and replicas of
 * each service, all of them processes of their own.
 */
public final class RunningSystem implements AutoCloseable {

  /** Who asks models, in the order of the work. */
  public static final List<String> WORKERS = List.of("generator", "critic", "refine", "verifier");

  private static final String GATEWAY = "gateway";
  private static final int LAST_WORDS = 60;

  private final Path home;
  private final Path said;
  private final BrokerProcess broker;
  private final Database database;
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final Thread atExit = Thread.ofPlatform().name("clean-up").unstarted(this::end);

  private RunningSystem(
      Path home, Programs programs, ModelServer model, int replicas, Map<String, String> more)
      throws IOException {
    this.home = home;
    said = Files.createDirectories(home.resolve("said"));
    broker = new BrokerProcess(home, said);
    broker.restart();
    database = new Database(home);
    Map<String, String> common = new LinkedHashMap<>(broker.serviceSettings());
    common.put("ASSAY_DB_URL", database.jdbcUrl());
    Database.PASSWORDS.forEach(
        (owner, word) -> common.put("ASSAY_" + owner + "_DB_PASSWORD", word));
    common.put("ASSAY_MODEL_NAME", ModelServer.NAME);
    common.put("ASSAY_ROLE_TIMEOUT", ModelServer.CLIENT_PATIENCE.toSeconds() + "s");
    common.putAll(more);
    for (int i = 0; i < replicas; i++) {
      for (String each : WORKERS) {
        add(each + "-service", each + "-" + i, programs, model, common);
      }
      add(GATEWAY, GATEWAY + "-" + i, programs, model, common);
    }
    Runtime.getRuntime().addShutdownHook(atExit);
    services.values().forEach(Service::restart);
  }

  /**
   * Starts all of it and waits until every service says that it works; ends what was started if one
   * does not.
   *
   * @param home an empty folder, for all that is kept
   * @param replicas of each service
   * @param more settings of every service
   */
  public static RunningSystem start(
      Path home, Programs programs, ModelServer model, int replicas, Map<String, String> more)
      throws IOException {
    RunningSystem system = new RunningSystem(home, programs, model, replicas, more);
    try {
      system.awaitReady();
      return system;
    } catch (RuntimeException e) {
      String words = system.lastWords();
      system.close();
      throw new IllegalStateException(e.getMessage() + "\n" + words, e);
    }
  }

  private void add(
      String program,
      String name,
      Programs programs,
      ModelServer model,
      Map<String, String> common) {
    int port = Ports.free();
    Map<String, String> settings = new LinkedHashMap<>(common);
    settings.put("ASSAY_PORT", String.valueOf(port));
    settings.put("ASSAY_MODEL_URL", model.url(name));
    for (Owner owner : Owner.values()) {
      // Each owner is told its own word only.
      if (!program.startsWith(owner.schema())) {
        settings.remove("ASSAY_" + owner + "_DB_PASSWORD");
      }
    }
    services.put(name, new Service(name, programs.of(program), settings, said, port));
  }

  /** Waits until every service says that it works. */
  public void awaitReady() {
    services.values().forEach(each -> Waiting.until(each.name() + " is ready", each::ready));
  }

  /** Where the replicas of the gateway listen. */
  public List<URI> gateways() {
    return services.values().stream()
        .filter(each -> each.name().startsWith(GATEWAY))
        .map(Service::url)
        .toList();
  }

  /** The replicas of a service, by its name without {@code -service}. */
  public List<Victim> replicas(String service) {
    return services.values().stream()
        .filter(each -> each.name().startsWith(service + "-"))
        .<Victim>map(each -> each)
        .toList();
  }

  public Victim broker() {
    return broker;
  }

  public Database database() {
    return database;
  }

  /** With which properties clients reach the broker. */
  public Path kafka() {
    return broker.clientFile();
  }

  /** What each process said last, for whoever has to find out what went wrong. */
  public String lastWords() {
    List<String> words = new ArrayList<>();
    words.add("== broker\n" + broker.said(LAST_WORDS));
    services
        .values()
        .forEach(each -> words.add("== " + each.name() + "\n" + each.said(LAST_WORDS)));
    return String.join("\n", words);
  }

  /** Ends every process and forgets the data; what they said is kept. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    end();
  }

  /** Also where somebody interrupts the whole, as nobody else would end what it has started. */
  private void end() {
    services.values().forEach(Service::close);
    database.close();
    broker.close();
    Folders.delete(home.resolve(BrokerProcess.FOLDER));
    Folders.delete(home.resolve(Database.FOLDER));
  }
}
