// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How the broker is configured. Clients, the broker and its controller all show the same password,
 * which is new at every start.
 */
record BrokerSettings(Path folder, int port, int controllerPort, String password) {

  static final String PROTOCOL = "SASL_PLAINTEXT";

  /** The password crosses the loopback interface only, to a port that this process holds. */
  static final String MECHANISM = "PLAIN";

  private static final String USER = "assay";

  /** A road and no store: what is worked stays in the database. Longer than any deadline by far. */
  private static final long KEPT_MILLIS = 3L * 24 * 60 * 60 * 1000;

  /** Only whole segments are deleted, and only those that are no longer written. */
  private static final long SEGMENT_MILLIS = 24L * 60 * 60 * 1000;

  private static final int SEGMENT_BYTES = 32 << 20;

  /** Of one partition: a day of more than two thousand of the largest events. */
  private static final long KEPT_BYTES = 512L << 20;

  /** Groups keep their places while nothing runs; Kafka's week is a holiday. */
  private static final int OFFSETS_KEPT_MINUTES = 90 * 24 * 60;

  /** Those of the last start, by its note for clients, but for the controller's port. */
  static BrokerSettings noted(Path folder, Path note, int controllerPort) throws IOException {
    Properties client = new Properties();
    try (var reader = Files.newBufferedReader(note)) {
      client.load(reader);
    }
    String servers = client.getProperty("bootstrap.servers");
    String login = client.getProperty("sasl.jaas.config");
    return new BrokerSettings(
        folder,
        Integer.parseInt(servers.substring(servers.lastIndexOf(':') + 1)),
        controllerPort,
        login.replaceFirst("(?s).*password=\"([^\"]*)\".*", "$1"));
  }

  /** How a client shows the password. */
  String login() {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
        + USER
        + "\" password=\""
        + password
        + "\";";
  }

  /** How a listener shows it to its like, and what it expects of others. */
  private String listenerLogin() {
    return login().replace(";", " user_" + USER + "=\"" + password + "\";");
  }

  Properties toProperties() {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("log.dirs", folder.toAbsolutePath().toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("group.initial.rebalance.delay.ms", "0");
    listeners(settings);
    ofOneBroker(settings);
    settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20));
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    // After kill -9 the old registration must lapse before the broker may come back.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    retention(settings);
    return settings;
  }

  private void listeners(Properties settings) {
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
    settings.put("inter.broker.listener.name", "CLIENTS");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put(
        "listener.security.protocol.map", "CLIENTS:" + PROTOCOL + ",CONTROLLER:" + PROTOCOL);
    settings.put("sasl.enabled.mechanisms", MECHANISM);
    settings.put("sasl.mechanism.inter.broker.protocol", MECHANISM);
    settings.put("sasl.mechanism.controller.protocol", MECHANISM);
    settings.put("listener.name.clients.plain.sasl.jaas.config", listenerLogin());
    settings.put("listener.name.controller.plain.sasl.jaas.config", listenerLogin());
  }

  private static void ofOneBroker(Properties settings) {
    for (String topic : new String[] {"offsets.topic", "transaction.state.log"}) {
      settings.put(topic + ".num.partitions", "1");
      settings.put(topic + ".replication.factor", "1");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
  }

  private static void retention(Properties settings) {
    settings.put("log.retention.ms", String.valueOf(KEPT_MILLIS));
    settings.put("log.retention.bytes", String.valueOf(KEPT_BYTES));
    settings.put("log.roll.ms", String.valueOf(SEGMENT_MILLIS));
    settings.put("log.segment.bytes", String.valueOf(SEGMENT_BYTES));
    settings.put("offsets.retention.minutes", String.valueOf(OFFSETS_KEPT_MINUTES));
  }
}
