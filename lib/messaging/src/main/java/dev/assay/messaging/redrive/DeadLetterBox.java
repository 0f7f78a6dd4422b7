// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Topic;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * All dead letters of a broker, for the people who look at them and send them again. Not for use by
 * several threads.
 */
public final class DeadLetterBox implements AutoCloseable {

  private static final Comparator<DeadLetter> OLDEST_FIRST =
      Comparator.comparing(DeadLetter::at).thenComparing(DeadLetter::position);

  private final Map<String, Object> clients;
  private final TopicReader reader;

  private DeadLetterBox(Map<String, Object> clients, TopicReader reader) {
    this.clients = clients;
    this.reader = reader;
  }

  /**
   * Opens the dead letters of a broker.
   *
   * @param clients what clients of this broker are configured with
   * @throws BrokerFailedException if no client can be made with that; others of these methods throw
   *     it when the broker fails
   */
  public static DeadLetterBox open(Map<String, Object> clients) {
    Map<String, Object> copy = new HashMap<>(clients);
    return guarded(copy, () -> new DeadLetterBox(copy, new TopicReader(copy)));
  }

  /**
   * Looks through them.
   *
   * @param most of the newest that are meant
   */
  public DeadLetterList list(DeadLetterFilter filter, int most) {
    PriorityQueue<DeadLetter> newest = new PriorityQueue<>(OLDEST_FIRST);
    long[] matching = {0};
    Marks marks = new Marks();
    boolean complete =
        guarded(
            () ->
                reader.read(
                    partitions(filter),
                    filter.since(),
                    each -> {
                      DeadLetter letter = letterOrMark(each, marks);
                      if (letter != null && filter.matches(letter)) {
                        matching[0]++;
                        newest.add(letter);
                        if (newest.size() > most) {
                          newest.remove();
                        }
                      }
                    }));
    List<DeadLetterList.Entry> entries =
        newest.stream()
            .sorted(OLDEST_FIRST)
            .map(each -> new DeadLetterList.Entry(each, marks.of(each.position())))
            .toList();
    return new DeadLetterList(entries, matching[0], complete);
  }

  /** The record of a dead letter as it is kept; empty if there is none at this place. */
  public Optional<StoredRecord> record(Position position) {
    DeadLetterFilter filter = DeadLetterFilter.of(position);
    StoredRecord[] found = {null};
    guarded(
        () ->
            reader.readWhile(
                partitions(filter),
                null,
                each -> {
                  DeadLetter letter = letterOrMark(each, new Marks());
                  if (letter != null && filter.matches(letter)) {
                    found[0] = StoredRecord.of(each);
                  }
                  return found[0] == null;
                }));
    return Optional.ofNullable(found[0]);
  }

  /**
   * Sends them again, those of a partition in their order.
   *
   * @param told of each that is meant, as soon as it is done
   */
  public Redrive.Tally redrive(
      DeadLetterFilter filter, Redrive.Terms terms, Instant now, Consumer<Redrive> told) {
    return guarded(
        () -> {
          Marks marks = new Marks();
          Set<ProblemId> problems = new HashSet<>();
          boolean complete =
              reader.read(
                  partitions(filter),
                  filter.since(),
                  each -> {
                    DeadLetter letter = letterOrMark(each, marks);
                    if (letter != null
                        && letter.problem() != null
                        && filter.matches(letter)
                        && Futility.asksWhetherSettled(letter)) {
                      problems.add(letter.problem());
                    }
                  });
          if (!complete) {
            return new Redrive.Tally(0, 0, false, true);
          }
          Futility futility = new Futility(SettledSearch.among(problems, reader), now);
          try (Redriving redriving =
              new Redriving(new Resender(clients), marks, futility, terms, told)) {
            return redrive(filter, redriving);
          }
        });
  }

  private Redrive.Tally redrive(DeadLetterFilter filter, Redriving redriving) {
    boolean all =
        reader.readWhile(
            partitions(filter),
            filter.since(),
            each -> {
              DeadLetter letter = letterOrMark(each, new Marks());
              return letter == null
                  || !filter.matches(letter)
                  || redriving.goesOnAfter(letter, StoredRecord.of(each));
            });
    return redriving.tally(!all);
  }

  private List<TopicPartition> partitions(DeadLetterFilter filter) {
    return reader
        .partitions(Topic.ALL.stream().filter(filter::reads).map(Topic::deadLetters).toList())
        .stream()
        .filter(
            each ->
                filter.positions().isEmpty()
                    || filter.positions().stream()
                        .anyMatch(
                            one ->
                                one.topic().deadLetters().equals(each.topic())
                                    && one.partition() == each.partition()))
        .toList();
  }

  /** A dead letter; null for a mark, which is noted. */
  private static @Nullable DeadLetter letterOrMark(
      ConsumerRecord<byte[], byte[]> record, Marks marks) {
    Topic<?> topic = Position.topic(record.topic());
    if (Marks.isMark(record)) {
      marks.add(topic, record);
      return null;
    }
    return DeadLetter.of(topic, record);
  }

  private <T> T guarded(Supplier<T> action) {
    return guarded(clients, action);
  }

  private static <T> T guarded(Map<String, Object> clients, Supplier<T> action) {
    try {
      return action.get();
    } catch (KafkaException e) {
      throw new BrokerFailedException(
          clients.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG),
          e.getCause() == null ? e : e.getCause());
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
