// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import dev.assay.contracts.Topic;
import dev.assay.messaging.DeadLetterHeaders;
import dev.assay.messaging.Envelope;
import dev.assay.messaging.RawRecord;
import dev.assay.messaging.RecentIds;
import dev.assay.messaging.Tried;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The tasks whose results are on the broker, whoever worked them. A process that is killed has
 * published results whose offsets it could not commit any more, and may have asked for tasks that
 * will be asked for again: who takes its place looks here, and buys none of them a second time. A
 * record that asks for a task's next call is the result of the call before.
 */
final class KnownResults {

  /** What a task of a topic may become; each result names its task as its cause. */
  private static final Map<String, List<Topic<?>>> RESULTS =
      Map.of(
          Topic.ATTEMPTS.name(), List.of(Topic.SOLUTIONS, Topic.VERDICTS),
          Topic.SOLUTIONS.name(), List.of(Topic.CRITIQUES, Topic.VERDICTS),
          Topic.CRITIQUES.name(), List.of(Topic.SOLUTIONS, Topic.VERDICTS),
          Topic.VERIFICATIONS.name(), List.of(Topic.VERDICTS),
          Topic.COMPARISONS.name(), List.of(Topic.VERDICTS),
          Topic.OUTCOMES.name(), List.of(Topic.VERDICTS));

  /** What is asked for again after a crash is asked for in seconds. */
  private static final LookBack BEFORE = new LookBack(Duration.ofMinutes(10), 1_000);

  private static final Duration POLL = Duration.ofSeconds(1);

  /** Polls in a row that bring nothing, of a second each, before the broker is given up. */
  private static final int EMPTY_POLLS = 15;

  /** More than one look finds, unless a service has very many partitions. */
  private static final int MOST = 50_000;

  private final Supplier<Consumer<byte[], byte @Nullable []>> consumers;
  private final Set<String> inputs;
  private final List<String> topics;
  private final RecentIds tasks = new RecentIds(MOST);
  private final RecentIds calls = new RecentIds(MOST);
  private boolean knowsCalls;

  /**
   * @param consumers of no group
   * @param inputs the topics of the tasks
   */
  KnownResults(Supplier<Consumer<byte[], byte @Nullable []>> consumers, List<String> inputs) {
    this.consumers = consumers;
    this.inputs = Set.copyOf(inputs);
    this.topics = inputs.stream().flatMap(KnownResults::told).distinct().toList();
  }

  /** Where it is told what has become of a topic's tasks: the topic itself has their next calls. */
  private static Stream<String> told(String input) {
    List<Topic<?>> results = RESULTS.getOrDefault(input, List.of());
    return results.isEmpty()
        ? Stream.empty()
        : Stream.concat(Stream.of(input), results.stream().map(Topic::name));
  }

  /**
   * Reads what was published until now.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not let us
   */
  void look() {
    if (topics.isEmpty()) {
      return;
    }
    try (Consumer<byte[], byte @Nullable []> consumer = consumers.get()) {
      read(consumer, BEFORE.begin(consumer, topics));
    }
  }

  private void read(Consumer<byte[], byte @Nullable []> consumer, Map<TopicPartition, Long> ends) {
    int empty = 0;
    while (behind(consumer, ends)) {
      int read = 0;
      for (ConsumerRecord<byte[], byte @Nullable []> each : consumer.poll(POLL)) {
        add(each);
        read++;
      }
      empty = read == 0 ? empty + 1 : 0;
      if (empty == EMPTY_POLLS) {
        throw new TimeoutException("nothing comes from " + topics);
      }
    }
  }

  private static boolean behind(
      Consumer<byte[], byte @Nullable []> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  private void add(ConsumerRecord<byte[], byte @Nullable []> read) {
    if (inputs.contains(read.topic())) {
      addCall(RawRecord.of(read));
    } else {
      text(read, Envelope.CAUSED_BY).ifPresent(tasks::add);
    }
  }

  private void addCall(RawRecord task) {
    String id = task.headers().get(Envelope.EVENT_ID);
    int call = Tried.of(task).call();
    if (id != null && call > 0) {
      calls.add(made(id, call - 1));
      knowsCalls = true;
    }
  }

  private static String made(String task, int call) {
    return task + "#" + call;
  }

  private static Optional<String> text(
      ConsumerRecord<byte[], byte @Nullable []> read, String header) {
    return Optional.ofNullable(read.headers().lastHeader(header))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }

  /** Whether the result of a task is known; who redrives one wants another. */
  boolean contains(ConsumerRecord<byte[], byte @Nullable []> task) {
    return task.headers().lastHeader(DeadLetterHeaders.REDRIVEN) == null
        && text(task, Envelope.EVENT_ID).filter(id -> contains(id, task)).isPresent();
  }

  private boolean contains(String id, ConsumerRecord<byte[], byte @Nullable []> task) {
    return tasks.contains(id) || (knowsCalls && isMade(id, Tried.of(RawRecord.of(task))));
  }

  private boolean isMade(String id, Tried tried) {
    return !tried.tellsNoCall() && calls.contains(made(id, tried.call()));
  }
}
