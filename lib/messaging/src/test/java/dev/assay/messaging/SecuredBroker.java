// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.embedded.servers.Ports;
import dev.assay.testing.Certificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A broker as a platform team would run it: one listener for passwords over TLS, one for client
 * certificates.
 */
final class SecuredBroker implements AutoCloseable {

  static final String USER = "assay";
  static final String PASSWORD = "a broker's secret";

  private final int passwords = Ports.free();
  private final int certificates = Ports.free();
  private final int controller = Ports.free();
  private final KafkaRaftServer server;

  SecuredBroker(Path folder, Certificates authority) throws IOException, InterruptedException {
    authority.sign("broker");
    Properties settings = settings(folder, authority);
    format(Files.createDirectories(folder), settings);
    server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    server.startup();
  }

  /** Where clients show a password, by SCRAM. */
  String forPasswords() {
    return "localhost:" + passwords;
  }

  /** Where clients show a certificate. */
  String forCertificates() {
    return "localhost:" + certificates;
  }

  private Properties settings(Path folder, Certificates authority) throws IOException {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("log.dirs", folder.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("controller.quorum.voters", "1@localhost:" + controller);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("inter.broker.listener.name", "CERTIFICATES");
    String open =
        "PASSWORDS://localhost:" + passwords + ",CERTIFICATES://localhost:" + certificates;
    settings.put("listeners", open + ",CONTROLLER://localhost:" + controller);
    settings.put("advertised.listeners", open);
    settings.put(
        "listener.security.protocol.map",
        "PASSWORDS:SASL_SSL,CERTIFICATES:SSL,CONTROLLER:PLAINTEXT");
    settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    settings.put(
        "listener.name.passwords.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put("listener.name.certificates.ssl.client.auth", "required");
    settings.put("ssl.keystore.location", authority.store("broker").toString());
    settings.put("ssl.keystore.password", Certificates.PASSWORD);
    settings.put("ssl.truststore.location", authority.authorityStore().toString());
    settings.put("ssl.truststore.password", Certificates.PASSWORD);
    return settings;
  }

  private static void format(Path folder, Properties settings) throws IOException {
    Path file = folder.resolveSibling("format.properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      settings.store(out, null);
    }
    String user = "SCRAM-SHA-512=[name=" + USER + ",password=" + PASSWORD + "]";
    String id = Uuid.randomUuid().toString();
    String[] arguments = {"format", "-t", id, "-c", file.toString(), "--add-scram", user};
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    if (StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
