// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

/** Which topics, made by somebody else, will do. */
class WantedTopicsTests {

  private final WantedTopics wanted =
      new WantedTopics(new TopicProperties(3, (short) 1, Duration.ofDays(3), Duration.ofDays(30)));

  @Test
  void morePartitionsThanWantedWillDo() {
    assertThat(trouble(3, Map.of())).isEmpty();
    assertThat(trouble(5, Map.of("cleanup.policy", "delete", "max.message.bytes", "2097152")))
        .isEmpty();
  }

  @Test
  void tooFewPartitionsWillNot() {
    assertThat(trouble(1, Map.of()))
        .contains(
            "topic answers has 1 of 3 partitions (expected: as many as ASSAY_PARTITIONS says; add"
                + " some, or say 1)");
  }

  @Test
  void aTopicThatKeepsOnlyTheLastOfAKeyWillNot() {
    assertThat(trouble(3, Map.of("cleanup.policy", "compact,delete")))
        .contains(
            "topic answers has cleanup.policy=compact,delete (expected: delete; alter the topic)");
  }

  @Test
  void aTopicThatRefusesTheLargestEventWillNot() {
    assertThat(trouble(3, Map.of("max.message.bytes", "1000")))
        .contains(
            "topic answers has max.message.bytes=1000 (expected: at least 1048588; alter the"
                + " topic)");
  }

  private Optional<String> trouble(int partitions, Map<String, String> settings) {
    Node node = new Node(1, "localhost", 9092);
    List<TopicPartitionInfo> infos =
        IntStream.range(0, partitions)
            .mapToObj(i -> new TopicPartitionInfo(i, node, List.of(node), List.of(node)))
            .toList();
    Config config =
        new Config(
            settings.entrySet().stream()
                .map(each -> new ConfigEntry(each.getKey(), each.getValue()))
                .toList());
    return wanted.trouble(new TopicDescription("answers", false, infos), config);
  }
}
