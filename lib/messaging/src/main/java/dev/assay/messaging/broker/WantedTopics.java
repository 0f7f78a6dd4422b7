// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.broker;

import dev.assay.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * The topics of the system with the settings that they need: the one place that says how they are
 * made, and whether those that are there will do.
 */
final class WantedTopics {

  /** What an event may take, by {@code Bounds}, with its headers: Kafka's own default. */
  private static final int LARGEST_RECORD = 1_048_588;

  private final TopicProperties properties;

  WantedTopics(TopicProperties properties) {
    this.properties = properties;
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Topic<?> topic : Topic.ALL) {
      names.add(topic.name());
      names.add(topic.deadLetters());
    }
    return names;
  }

  NewTopic made(String name) {
    return new NewTopic(name, properties.partitions(), properties.replication())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention(name).toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST_RECORD)));
  }

  private Duration retention(String name) {
    return name.endsWith(Topic.DEAD_LETTERS) ? properties.deadLetters() : properties.retention();
  }

  /** What is wrong with the topic as it is, and what to do; empty if it will do. */
  Optional<String> trouble(TopicDescription topic, Config config) {
    int partitions = topic.partitions().size();
    if (partitions < properties.partitions()) {
      return Optional.of(
          "topic %s has %d of %d partitions (expected: as many as ASSAY_PARTITIONS says; add some, or say %d)"
              .formatted(topic.name(), partitions, properties.partitions(), partitions));
    }
    String cleanup = value(config, TopicConfig.CLEANUP_POLICY_CONFIG);
    if (cleanup != null && cleanup.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
      return wrong(topic, TopicConfig.CLEANUP_POLICY_CONFIG, cleanup, "delete");
    }
    String largest = value(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    if (largest != null && Long.parseLong(largest) < LARGEST_RECORD) {
      return wrong(
          topic, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, largest, "at least " + LARGEST_RECORD);
    }
    return Optional.empty();
  }

  private static Optional<String> wrong(
      TopicDescription topic, String setting, String value, String expected) {
    return Optional.of(
        "topic %s has %s=%s (expected: %s; alter the topic)"
            .formatted(topic.name(), setting, value, expected));
  }

  private static @Nullable String value(Config config, String name) {
    ConfigEntry entry = config.get(name);
    return entry == null ? null : entry.value();
  }
}
