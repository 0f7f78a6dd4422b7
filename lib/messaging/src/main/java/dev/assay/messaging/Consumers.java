// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.messaging.Message;

/** Makes the functions that services bind to topics. They know of no broker. */
public final class Consumers {

  /** Long enough for a model adapter, which knows the deadline, to end the call by itself. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Insisting INSISTING =
      new Insisting(Duration.ofMillis(500), Duration.ofSeconds(10));

  private final Publisher publisher;
  private final DeadLetters deadLetters;
  private final SettledProblems settled;
  private final MeterRegistry meters;
  private final InstantSource clock;

  /**
   * @param meters that what becomes of records is counted in
   */
  public Consumers(
      Publisher publisher,
      DeadLetters deadLetters,
      SettledProblems settled,
      MeterRegistry meters,
      InstantSource clock) {
    this.publisher = publisher;
    this.deadLetters = deadLetters;
    this.settled = settled;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * For stateless work.
   *
   * @param topic that the binding brings
   * @param group the binding's consumer group
   * @param owner whether this group dead-letters what cannot be read
   */
  public <E extends Event> Consumer<Message<Delivery>> work(
      Topic<E> topic, String group, boolean owner, Work<E> work, Retries retries) {
    RecordIntake<E> intake = intake(List.of(topic), group, owner ? List.of(topic) : List.of());
    Tries<E> tries = new Tries<>(work, retries, settled, clock, GRACE);
    return new RecordWorker<>(intake, tries, publisher, settled, clock, INSISTING);
  }

  /**
   * For consumers that keep state.
   *
   * @param topics that the binding brings
   * @param owned those of which this group dead-letters what cannot be read
   * @param state is handed events in order, in a batch whose size must not matter to it; it must
   *     recognise what it was handed before
   * @param transients the failures after which the batch is to be delivered again
   */
  public <E extends Event> Consumer<Message<List<RawRecord>>> state(
      List<? extends Topic<? extends E>> topics,
      String group,
      Collection<? extends Topic<?>> owned,
      Consumer<List<E>> state,
      Predicate<Throwable> transients) {
    return new StateConsumer<>(this.<E>intake(topics, group, owned), state, transients);
  }

  private <E extends Event> RecordIntake<E> intake(
      List<? extends Topic<? extends E>> topics,
      String group,
      Collection<? extends Topic<?>> owned) {
    return new RecordIntake<>(topics, group, owned, deadLetters, meters);
  }
}
