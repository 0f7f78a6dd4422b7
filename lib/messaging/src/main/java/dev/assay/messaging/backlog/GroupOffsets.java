// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.backlog;

import dev.assay.contracts.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * What the broker knows of work groups: each question is one request for all of them. An
 * ExecutionException says that it did not answer.
 */
final class GroupOffsets {

  private final Admin admin;
  private final List<WorkGroup> groups;
  private Map<Topic<?>, List<TopicPartition>> partitions = Map.of();

  GroupOffsets(Admin admin, List<WorkGroup> groups) {
    this.admin = admin;
    this.groups = List.copyOf(groups);
  }

  /** Looks how many partitions there are. */
  void look() throws ExecutionException, InterruptedException {
    List<String> topics = groups.stream().map(group -> group.topic().name()).distinct().toList();
    var described = admin.describeTopics(topics).allTopicNames().get();
    Map<Topic<?>, List<TopicPartition>> found = new HashMap<>();
    for (WorkGroup group : groups) {
      String name = group.topic().name();
      TopicDescription topic = described.get(name);
      int count = topic == null ? 0 : topic.partitions().size();
      found.put(
          group.topic(),
          IntStream.range(0, count).mapToObj(each -> new TopicPartition(name, each)).toList());
    }
    partitions = found;
  }

  /** The offsets behind the last records. */
  Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
    return offsets(
        partitions.values().stream().flatMap(List::stream).toList(), OffsetSpec.latest());
  }

  /** How far each group has come in each partition of its topic. */
  Map<WorkGroup, Map<TopicPartition, Committed>> committed()
      throws ExecutionException, InterruptedException {
    ListConsumerGroupOffsetsResult commits =
        admin.listConsumerGroupOffsets(
            groups.stream()
                .collect(
                    Collectors.toMap(
                        WorkGroup::name,
                        group -> new ListConsumerGroupOffsetsSpec().topicPartitions(of(group)))));
    Map<WorkGroup, Map<TopicPartition, Committed>> committed = new HashMap<>();
    for (WorkGroup group : groups) {
      committed.put(
          group, committed(of(group), commits.partitionsToOffsetAndMetadata(group.name()).get()));
    }
    return committed;
  }

  private List<TopicPartition> of(WorkGroup group) {
    return partitions.getOrDefault(group.topic(), List.of());
  }

  /** A group without a commit begins at the beginning. */
  private Map<TopicPartition, Committed> committed(
      List<TopicPartition> all, Map<TopicPartition, OffsetAndMetadata> commits)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Committed> found = new HashMap<>();
    List<TopicPartition> without = new ArrayList<>();
    for (TopicPartition partition : all) {
      OffsetAndMetadata commit = commits.get(partition);
      if (commit == null) {
        without.add(partition);
      } else {
        found.put(partition, Committed.of(commit));
      }
    }
    if (!without.isEmpty()) {
      offsets(without, OffsetSpec.earliest())
          .forEach((partition, offset) -> found.put(partition, Committed.nothing(offset)));
    }
    return found;
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> wanted, OffsetSpec spec)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, ListOffsetsResultInfo> found =
        admin
            .listOffsets(wanted.stream().collect(Collectors.toMap(each -> each, _ -> spec)))
            .all()
            .get();
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }

  /** Those of the groups that have no members. */
  Set<WorkGroup> deserted(Collection<WorkGroup> asked) throws InterruptedException {
    Set<WorkGroup> deserted = new HashSet<>();
    if (!asked.isEmpty()) {
      var described =
          admin
              .describeConsumerGroups(asked.stream().map(WorkGroup::name).toList())
              .describedGroups();
      for (WorkGroup group : asked) {
        KafkaFuture<ConsumerGroupDescription> one = described.get(group.name());
        if (one != null && isDeserted(one)) {
          deserted.add(group);
        }
      }
    }
    return deserted;
  }

  /** A group that nobody knows has no members; of one that cannot be asked for that is not said. */
  private static boolean isDeserted(KafkaFuture<ConsumerGroupDescription> described)
      throws InterruptedException {
    try {
      return described.get().members().isEmpty();
    } catch (ExecutionException e) {
      return e.getCause() instanceof GroupIdNotFoundException;
    }
  }
}
