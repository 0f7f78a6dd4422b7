// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.messaging.Message;

/**
 * Makes the functions that services bind to topics. They take a batch of raw bodies, so that which
 * binder delivers them, and how many at a time, is a matter of configuration.
 */
public final class Consumers {

  /** Long enough for a model adapter, which knows the deadline, to end the call by itself. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Publisher publisher;
  private final DeadLetters deadLetters;
  private final SettledProblems settled;
  private final MeterRegistry meters;
  private final InstantSource clock;

  Consumers(
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
  public <E extends Event> Consumer<Message<List<byte[]>>> work(
      Topic<E> topic, String group, boolean owner, Work<E> work, Retries retries) {
    RecordIntake<E> intake = intake(List.of(topic), group, owner);
    Tries<E> tries = new Tries<>(work, retries, settled, clock, GRACE);
    return new WorkConsumer<>(intake, new RecordWorker<>(intake, tries, publisher, settled));
  }

  /**
   * For consumers that keep state.
   *
   * @param topics that the binding brings
   * @param state is handed events in order, in a batch whose size must not matter to it; it must
   *     recognise what it was handed before
   * @param transients the failures after which the batch is to be delivered again
   */
  public <E extends Event> Consumer<Message<List<byte[]>>> state(
      List<? extends Topic<? extends E>> topics,
      String group,
      boolean owner,
      Consumer<List<E>> state,
      Predicate<Throwable> transients) {
    return new StateConsumer<>(this.<E>intake(topics, group, owner), state, transients);
  }

  private <E extends Event> RecordIntake<E> intake(
      List<? extends Topic<? extends E>> topics, String group, boolean owner) {
    return new RecordIntake<>(topics, group, owner, deadLetters, meters);
  }
}
