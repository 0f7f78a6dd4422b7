// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Makes the Kafka clients of a service: the settings that delivery depends on are said here. */
public final class Clients {

  private static final int SESSION_MILLIS = 6_000;
  private static final int HEARTBEAT_MILLIS = 2_000;

  /**
   * For so long a group waits for a member that neither comes to share anew nor is found dead: a
   * broker that starts again may miss that one has died with it. Longer than a turn takes.
   */
  private static final int TURN_MILLIS = 45_000;

  /** What the broker is asked within a turn fails sooner than the turn does. */
  private static final int ANSWER_MILLIS = 20_000;

  /** What comes is fetched at once; where nothing does the broker is asked again so often. */
  private static final int IDLE_MILLIS = 1_000;

  /** Of a poll; a single record may be larger, and comes alone. */
  private static final int MOST_BYTES = 8 << 20;

  private final Map<String, Object> consumers;
  private final Map<String, Object> producers;

  /**
   * @param consumers how the broker is reached by consumers
   * @param producers how it is reached by producers
   */
  public Clients(Map<String, Object> consumers, Map<String, Object> producers) {
    this.consumers = Map.copyOf(consumers);
    this.producers = Map.copyOf(producers);
  }

  /**
   * A consumer whose offsets are ours to commit.
   *
   * @param group null for one that shares with nobody
   */
  Consumer<byte[], byte @Nullable []> consumer(@Nullable String group) {
    Map<String, Object> settings = new HashMap<>(consumers);
    if (group == null) {
      settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    } else {
      settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    }
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, group == null ? "latest" : "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // A partition that moves disturbs no other; members of the build before can do the same.
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class));
    // Short sessions: after a crash the next process has its partitions in seconds.
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, TURN_MILLIS);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, IDLE_MILLIS);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A producer whose records are acknowledged by all replicas, and go out at once. */
  public Producer<byte[], byte[]> producer() {
    Map<String, Object> settings = new HashMap<>(producers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
