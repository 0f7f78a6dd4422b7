// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import dev.assay.messaging.input.WorkSlots.Limits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.Binder;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.cloud.stream.binder.DefaultBinding;
import org.springframework.cloud.stream.binder.ProducerProperties;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.util.StringUtils;

/**
 * Binds functions to topics of Kafka, in the two ways in which events are taken: a binding in batch
 * mode is handed the records of a poll, in order; any other is handed a {@link
 * dev.assay.messaging.Delivery}, one record at a time, on as many threads as there are places. The
 * framework's own binder has neither (docs/why/0032).
 */
public final class KafkaBinder
    implements Binder<MessageChannel, ConsumerProperties, ProducerProperties> {

  private final Clients clients;
  private final WorkNotes notes;
  private final Limits limits;
  private final Map<String, Duration> gather;
  private final InstantSource clock;
  private final List<WorkSlots> inputs = new CopyOnWriteArrayList<>();

  /**
   * @param producer of the service
   * @param places how many tasks of an input are worked at a time
   * @param ahead how many more an input reads
   * @param bytes of their bodies
   * @param gather how long bindings in batch mode, by their names, wait for more
   */
  public KafkaBinder(
      Clients clients,
      Producer<byte[], byte[]> producer,
      int places,
      int ahead,
      long bytes,
      Map<String, Duration> gather,
      InstantSource clock) {
    this.clients = clients;
    this.notes = new WorkNotes(producer);
    this.limits = new Limits(places, ahead, bytes);
    this.gather = Map.copyOf(gather);
    this.clock = clock;
  }

  @Override
  public Binding<MessageChannel> bindConsumer(
      String topics, @Nullable String group, MessageChannel function, ConsumerProperties how) {
    List<String> names = List.of(StringUtils.commaDelimitedListToStringArray(topics));
    String shared = StringUtils.hasText(group) ? group : null;
    InputLoop.Input input =
        how.isBatchMode() ? state(names, shared, gathered(how), function) : work(names, function);
    InputLoop loop =
        new InputLoop(
            names.getFirst() + " for " + (shared == null ? "all" : shared),
            () -> clients.consumer(shared),
            input);
    loop.start();
    return new DefaultBinding<>(topics, group, function, loop);
  }

  private Duration gathered(ConsumerProperties how) {
    return gather.getOrDefault(how.getBindingName(), Duration.ZERO);
  }

  private static StateInput state(
      List<String> topics, @Nullable String group, Duration gather, MessageChannel function) {
    return new StateInput(
        topics, group == null, gather, batch -> function.send(new GenericMessage<>(batch)));
  }

  private WorkInput work(List<String> topics, MessageChannel function) {
    WorkSlots slots =
        new WorkSlots(limits, task -> function.send(new GenericMessage<>(task)), notes, clock);
    inputs.add(slots);
    KnownResults results = new KnownResults(() -> clients.consumer(null), topics);
    return new WorkInput(topics, slots, notes, results, clock);
  }

  /**
   * Events go out by {@link dev.assay.messaging.Publisher}, which says when the broker has them.
   */
  @Override
  public Binding<MessageChannel> bindProducer(
      String topic, MessageChannel channel, ProducerProperties how) {
    throw new UnsupportedOperationException(
        "output " + topic + " (expected: none; events go out by Publisher)");
  }

  /**
   * Waits for what the inputs handed over, once they have stopped.
   *
   * @return whether all of it has ended
   */
  public boolean awaitEnd(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    boolean ended = true;
    for (WorkSlots each : inputs) {
      ended &= each.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    return ended;
  }
}
