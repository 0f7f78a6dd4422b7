// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import dev.assay.db.Migrations;
import dev.assay.db.Owner;
import dev.assay.embedded.servers.EmbeddedDatabase;
import dev.assay.embedded.servers.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The system as a platform team runs it: a broker, a database, a model on a server, and of each
 * service two replicas that are processes of their own.
 */
final class Replicas implements AutoCloseable {

  static final List<String> WORKERS =
      List.of("generator-service", "critic-service", "refine-service");

  private final EmbeddedKafka kafka;
  private final EmbeddedDatabase database;
  private final Map<String, List<ServiceProcess>> processes = new HashMap<>();

  Replicas(Path folder, CountingModel model) throws IOException {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    database = EmbeddedDatabase.start(folder.resolve("postgres"));
    Map<Owner, String> passwords = Map.of(Owner.GATEWAY, "g-word", Owner.VERIFIER, "v-word");
    Migrations.migrate(database.jdbcUrl(), database.user(), database.password(), passwords);
    Path said = Files.createDirectories(folder.resolve("said"));
    Map<String, String> common = new HashMap<>(kafka.serviceSettings());
    common.put("ASSAY_MODEL_URL", model.url());
    common.put("ASSAY_MODEL_NAME", CountingModel.NAME);
    for (String worker : WORKERS) {
      add(worker, common, said);
    }
    for (Owner owner : Owner.values()) {
      Map<String, String> settings = new HashMap<>(common);
      settings.put("ASSAY_DB_URL", database.jdbcUrl());
      Path secret = folder.resolve(owner.schema());
      Files.writeString(secret, passwords.get(owner) + "\n");
      settings.put("ASSAY_" + owner + "_DB_PASSWORD_FILE", secret.toString());
      add(owner == Owner.GATEWAY ? "gateway" : "verifier-service", settings, said);
    }
  }

  private void add(String service, Map<String, String> settings, Path said) {
    List<ServiceProcess> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(new ServiceProcess(service, settings, said));
    }
    processes.put(service, both);
  }

  /** One of the two replicas of every service. */
  List<ServiceProcess> side(int number) {
    return processes.values().stream().map(both -> both.get(number)).toList();
  }

  ServiceProcess get(String service, int number) {
    return processes.get(service).get(number);
  }

  List<ServiceProcess> all() {
    return Stream.concat(side(0).stream(), side(1).stream()).toList();
  }

  /** With which properties clients reach the broker. */
  Path kafka() {
    return kafka.clientFile();
  }

  @Override
  public void close() {
    all().forEach(ServiceProcess::close);
    database.close();
    kafka.close();
  }
}
