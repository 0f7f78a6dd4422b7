// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker and its controller in this process, on the loopback interface, for clients that
 * hold the password of this start. Topics, offsets and groups are kept in a folder and survive
 * restarts, kill -9 included.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

  private static final String CLIENT_FILE = "client.properties";

  private final KafkaRaftServer server;
  private final BrokerSettings settings;

  private EmbeddedKafka(KafkaRaftServer server, BrokerSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  /** Starts a broker whose end for good is only told in the log. */
  public static EmbeddedKafka start(Path folder) {
    return start(folder, LOG::error);
  }

  /**
   * Starts a broker on free ports.
   *
   * @param place where it keeps its data; formatted if it is new, and closed to other users
   * @param lost is told if the broker cannot go on, as when its disk is full; it would end the
   *     process itself, without a word
   */
  public static EmbeddedKafka start(Path place, Consumer<String> lost) {
    try {
      Path folder = PrivateFiles.folder(place);
      BrokerSettings settings =
          new BrokerSettings(folder, Ports.free(), Ports.free(), GeneratedPassword.random());
      return start(settings, lost);
    } catch (IOException e) {
      throw new UncheckedIOException("could not start Kafka in " + place, e);
    }
  }

  private static EmbeddedKafka start(BrokerSettings settings, Consumer<String> lost)
      throws IOException {
    format(settings.folder(), settings.toProperties());
    tellWhenLost(settings.folder(), lost);
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings.toProperties(), false), Time.SYSTEM);
    server.startup();
    EmbeddedKafka kafka = new EmbeddedKafka(server, settings);
    kafka.noteForClients();
    return kafka;
  }

  /**
   * Starts a broker where one was before: on its port, for clients that hold the password of that
   * start. Of processes that outlive their broker none need be told anything. Where none was, it is
   * a first start.
   *
   * @param place as in {@link #start(Path, Consumer)}
   */
  public static EmbeddedKafka resume(Path place) {
    try {
      Path folder = PrivateFiles.folder(place);
      Path note = folder.resolve(CLIENT_FILE);
      return Files.exists(note)
          ? start(BrokerSettings.noted(folder, note, Ports.free()), LOG::error)
          : start(place);
    } catch (IOException e) {
      throw new UncheckedIOException("could not start Kafka in " + place, e);
    }
  }

  /** What clients connect to. */
  public String bootstrapServers() {
    return "127.0.0.1:" + settings.port();
  }

  /** Where its controller listens, which no client has to do with. */
  int controllerPort() {
    return settings.controllerPort();
  }

  /** What clients are to be configured with. */
  public Map<String, Object> clientProperties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("bootstrap.servers", bootstrapServers());
    properties.put("security.protocol", BrokerSettings.PROTOCOL);
    properties.put("sasl.mechanism", BrokerSettings.MECHANISM);
    properties.put("sasl.jaas.config", settings.login());
    return properties;
  }

  /**
   * The same for processes that may read the folder: a file that every Kafka client understands.
   */
  public Path clientFile() {
    return settings.folder().resolve(CLIENT_FILE);
  }

  /** The same under the names that the configuration of services refers to. */
  public Map<String, String> serviceSettings() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("ASSAY_KAFKA", bootstrapServers());
    names.put("ASSAY_KAFKA_PROTOCOL", BrokerSettings.PROTOCOL);
    names.put("ASSAY_KAFKA_MECHANISM", BrokerSettings.MECHANISM);
    names.put("ASSAY_KAFKA_LOGIN", settings.login());
    names.put("ASSAY_REPLICATION", "1");
    return names;
  }

  private void noteForClients() throws IOException {
    StringBuilder note = new StringBuilder();
    clientProperties().forEach((name, value) -> note.append(name + "=" + value + "\n"));
    PrivateFiles.write(clientFile(), note);
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** Kafka ends the process where it cannot go on; there is one procedure in a process for that. */
  private static void tellWhenLost(Path folder, Consumer<String> lost) {
    Exit.Procedure procedure =
        (status, message) -> {
          lost.accept(
              "the broker in "
                  + folder
                  + " cannot go on (status "
                  + status
                  + "): "
                  + (message == null ? "is its disk full? its log says more" : message));
          Runtime.getRuntime().halt(status == 0 ? 1 : status);
        };
    Exit.setHaltProcedure(procedure);
    Exit.setExitProcedure(procedure);
  }

  static void format(Path folder, Properties settings) throws IOException {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    Path file = folder.resolve("format.properties");
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    settings.store(text, null);
    PrivateFiles.write(file, text.toString(StandardCharsets.ISO_8859_1));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] arguments = {
      "format", "-t", Uuid.randomUuid().toString(), "-c", file.toString(), "--ignore-formatted"
    };
    int status =
        StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
    Files.delete(file);
    if (status != 0) {
      throw new IllegalStateException(
          "could not format " + folder + " for Kafka: " + said.toString(StandardCharsets.UTF_8));
    }
  }
}
