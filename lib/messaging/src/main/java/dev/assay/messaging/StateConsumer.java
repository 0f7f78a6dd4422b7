// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.MalformedEventException;
import java.util.ArrayList;
import java.util.List;
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
final class StateConsumer implements Consumer<Message<List<byte[]>>> {

  private static final Logger LOG = LoggerFactory.getLogger(StateConsumer.class);

  private final RecordIntake inlet;
  private final Consumer<List<Event>> state;
  private final Predicate<Throwable> transients;

  StateConsumer(RecordIntake inlet, Consumer<List<Event>> state, Predicate<Throwable> transients) {
    this.inlet = inlet;
    this.state = state;
    this.transients = transients;
  }

  @Override
  public void accept(Message<List<byte[]>> batch) {
    List<RawRecord> records = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (RawRecord record : RawRecord.of(batch)) {
      inlet
          .read(record)
          .ifPresent(
              event -> {
                records.add(record);
                events.add(event);
              });
    }
    if (events.isEmpty()) {
      return;
    }
    try {
      state.accept(events);
      records.forEach(inlet::worked);
    } catch (RuntimeException | StackOverflowError e) {
      if (transients.test(e)) {
        throw e;
      }
      LOG.warn(
          "a batch of {} could not be worked together, going one by one: {}",
          events.size(),
          e.toString());
      oneByOne(records, events);
    }
  }

  private void oneByOne(List<RawRecord> records, List<Event> events) {
    for (int i = 0; i < events.size(); i++) {
      try {
        state.accept(List.of(events.get(i)));
        inlet.worked(records.get(i));
      } catch (MalformedEventException e) {
        inlet.malformed(records.get(i), Failure.of(e).reason());
      } catch (RuntimeException | StackOverflowError e) {
        if (transients.test(e)) {
          throw e;
        }
        LOG.error("could not work {}", events.get(i).eventId(), e);
        inlet.failed(records.get(i), Failure.of(e).reason());
      }
    }
  }
}
