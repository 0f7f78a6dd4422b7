// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.messaging.broker.BrokerClients;
import dev.assay.messaging.redrive.DeadLetterBox;
import dev.assay.standalone.DataFolder;
import dev.assay.standalone.RunningServer;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which broker a command is for: that of the system that runs on a data folder, whose secret of
 * this start lies in the folder for its owner to read, or the one that services are told of.
 */
final class BrokerOptions {

  private static final List<String> VARIABLES =
      List.of("ASSAY_KAFKA", "ASSAY_KAFKA_FILE", "SPRING_KAFKA_BOOTSTRAP_SERVERS");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "The data folder of a system that runs (default: the broker of ASSAY_KAFKA, or else "
            + ServeCommand.USUAL_DATA
            + ")."
      })
  private @Nullable Path data;

  /**
   * The dead letters of that broker.
   *
   * @throws UsageException if no system runs on the folder
   */
  DeadLetterBox open() {
    // What the clients have to say the command says itself; somebody else's log is not for it.
    System.setProperty("assay.log", "/dev/null");
    return DeadLetterBox.open(clients(System.getenv()));
  }

  private Map<String, Object> clients(Map<String, String> environment) {
    Optional<String> variable = VARIABLES.stream().filter(environment::containsKey).findFirst();
    if (data == null && variable.isPresent()) {
      return ofEnvironment();
    }
    Path folder = data == null ? Path.of(ServeCommand.USUAL_DATA) : data;
    variable.ifPresent(
        name -> System.err.println("not used: " + name + "; --data names the broker"));
    return read(
        DataFolder.runningIn(folder)
            .orElseThrow(() -> nobody(folder))
            .kafka()
            .orElseThrow(() -> notYet(folder)));
  }

  private static Map<String, Object> ofEnvironment() {
    try {
      return BrokerClients.ofEnvironment();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, Object> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read how clients reach the broker", e);
    }
    Map<String, Object> clients = new HashMap<>();
    properties.forEach((name, value) -> clients.put(String.valueOf(name), value));
    return clients;
  }

  private static UsageException nobody(Path folder) {
    return new UsageException(
        """
        no system runs on %s, whose broker could be asked.
        Start it with ./assay serve%s, name the folder of one that runs (--data DIR), or name a broker (ASSAY_KAFKA=HOST:PORT)."""
            .formatted(
                folder,
                folder.equals(Path.of(ServeCommand.USUAL_DATA)) ? "" : " --data " + folder));
  }

  private static UsageException notYet(Path folder) {
    String process =
        DataFolder.runningIn(folder)
            .map(RunningServer::pid)
            .map(pid -> "process " + pid)
            .orElse("");
    return new UsageException(
        "the system on %s is starting, or works for one command (expected: one that serves).\nWait until %s answers."
            .formatted(folder, process.isEmpty() ? "it" : process));
  }
}
