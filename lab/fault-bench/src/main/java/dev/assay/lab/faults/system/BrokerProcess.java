// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The broker's process, seen from outside. */
final class BrokerProcess extends JavaProcess {

  static final String FOLDER = "kafka";

  private static final int LAST_WORDS = 20;

  private final Path folder;

  BrokerProcess(Path home, Path said) {
    super("broker", program(folder(home), said), Map.of(), said);
    folder = folder(home);
  }

  private static Path folder(Path home) {
    return home.resolve(FOLDER).resolve("data");
  }

  private static List<String> program(Path folder, Path said) {
    return List.of(
        "-Dassay.log=" + said.resolve("broker-server.log"),
        "-cp",
        System.getProperty("java.class.path"),
        BrokerProgram.class.getName(),
        folder.toString());
  }

  private boolean isReady() {
    Path ready = BrokerProgram.ready(folder);
    try {
      return Files.exists(ready) && Files.readString(ready).equals(String.valueOf(running().pid()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With which properties clients reach it. */
  Path clientFile() {
    return folder.resolve("client.properties");
  }

  /** The same under the names that the configuration of services refers to. */
  Map<String, String> serviceSettings() {
    Properties client = new Properties();
    try (var reader = Files.newBufferedReader(clientFile())) {
      client.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> names = new LinkedHashMap<>();
    names.put("ASSAY_KAFKA", client.getProperty("bootstrap.servers"));
    names.put("ASSAY_KAFKA_PROTOCOL", client.getProperty("security.protocol"));
    names.put("ASSAY_KAFKA_MECHANISM", client.getProperty("sasl.mechanism"));
    names.put("ASSAY_KAFKA_LOGIN", client.getProperty("sasl.jaas.config"));
    names.put("ASSAY_REPLICATION", "1");
    return names;
  }

  /** Returns when it takes records: until then nobody can be told anything. */
  @Override
  public void restart() {
    super.restart();
    Waiting.until(
        "the broker is ready",
        () -> {
          if (!running().isAlive()) {
            throw new IllegalStateException("the broker ended: " + said(LAST_WORDS));
          }
          return isReady();
        });
  }
}
