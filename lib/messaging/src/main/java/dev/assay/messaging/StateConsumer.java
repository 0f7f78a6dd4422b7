// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.MalformedEventException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Hands the events of a poll, in order, to a consumer that keeps state and recognises duplicates by
 * itself. If it fails for a transient reason the poll is delivered again, for as long as it takes;
 * if one event cannot be worked for another reason, that one is dead-lettered and the rest go on.
 */
final class StateConsumer<E extends Event> implements Consumer<Message<List<RawRecord>>> {

  private static final Logger LOG = LoggerFactory.getLogger(StateConsumer.class);

  private final RecordIntake<E> intake;
  private final Consumer<List<E>> state;
  private final Predicate<Throwable> transients;

  StateConsumer(RecordIntake<E> intake, Consumer<List<E>> state, Predicate<Throwable> transients) {
    this.intake = intake;
    this.state = state;
    this.transients = transients;
  }

  @Override
  public void accept(Message<List<RawRecord>> batch) {
    List<Received<E>> all =
        batch.getPayload().stream().map(intake::read).flatMap(Optional::stream).toList();
    if (all.isEmpty()) {
      return;
    }
    try {
      hand(all);
    } catch (RuntimeException | StackOverflowError e) {
      if (transients.test(e)) {
        throw e;
      }
      LOG.warn(
          "a batch of {} could not be worked together, going one by one: {}",
          all.size(),
          e.toString());
      all.forEach(this::alone);
    }
  }

  private void hand(List<Received<E>> some) {
    Causes.during(
        some.stream().map(Received::envelope).toList(),
        () -> state.accept(some.stream().map(Received::event).toList()));
    some.forEach(each -> intake.worked(each.record()));
  }

  private void alone(Received<E> one) {
    try {
      hand(List.of(one));
    } catch (MalformedEventException e) {
      intake.malformed(one.record(), Failure.reason(e));
    } catch (RuntimeException | StackOverflowError e) {
      if (transients.test(e)) {
        throw e;
      }
      LOG.error("could not work {}", one.event().eventId(), e);
      intake.failed(one.record(), Failure.reason(e));
    }
  }
}
