// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
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
   * @param group the binding's consumer group
   * @param owner whether this group dead-letters what cannot be read
   */
  public Consumer<Message<List<byte[]>>> work(
      String group, boolean owner, Work work, Retries retries) {
    Tries tries = new Tries(work, retries, settled, clock);
    return new WorkConsumer(inlet(group, owner), tries, publisher, settled, clock, GRACE);
  }

  /**
   * For consumers that keep state.
   *
   * @param state is handed events in order, in a batch whose size must not matter to it; it must
   *     recognise what it was handed before
   * @param transients the failures after which the batch is to be delivered again
   */
  public Consumer<Message<List<byte[]>>> state(
      String group, boolean owner, Consumer<List<Event>> state, Predicate<Throwable> transients) {
    return new StateConsumer(inlet(group, owner), state, transients);
  }

  private RecordIntake inlet(String group, boolean owner) {
    return new RecordIntake(group, owner, deadLetters, meters);
  }
}
