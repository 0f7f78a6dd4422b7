// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.spread;

import dev.assay.embedded.servers.EmbeddedKafka;
import dev.assay.messaging.Delivery;
import dev.assay.messaging.input.Clients;
import dev.assay.messaging.input.KafkaBinder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.messaging.MessageChannel;

/**
 * Replicas of a worker as services have them, on a broker of their own; what takes time is a call
 * that nobody answers. It tells how long work waits at one replica while another has nothing to do,
 * which is what a group of partitions may cost (docs/why/0032).
 */
public final class SpreadRun implements AutoCloseable {

  private static final String TOPIC = "spread";
  private static final String GROUP = "spreading";
  private static final int AHEAD = 4_096;
  private static final long AHEAD_BYTES = 32L << 20;
  private static final int LOOK_MILLIS = 100;
  private static final int LOOKS = 600;
  private static final double NANOS = 1e6;

  private final SpreadLoad load;
  private final EmbeddedKafka kafka;
  private final Clients clients;
  private final Producer<byte[], byte[]> producer;
  private final List<Binding<MessageChannel>> bindings = new ArrayList<>();
  private final ConcurrentLinkedQueue<WorkedCall> calls = new ConcurrentLinkedQueue<>();
  private final Semaphore done = new Semaphore(0);
  private final List<SpreadLoad.Task> tasks;
  private long zero;

  private SpreadRun(Path folder, SpreadLoad load) {
    this.load = load;
    this.tasks = load.draw();
    this.kafka = EmbeddedKafka.start(folder);
    this.clients = new Clients(kafka.clientProperties(), kafka.clientProperties());
    this.producer = clients.producer();
  }

  /**
   * Has a load worked.
   *
   * @param folder for the broker, empty or new
   * @throws IllegalStateException if the replicas do not come to share it, or do not end it
   */
  public static SpreadFigures of(Path folder, SpreadLoad load) throws InterruptedException {
    try (SpreadRun run = new SpreadRun(folder, load)) {
      return run.run();
    }
  }

  private SpreadFigures run() throws InterruptedException {
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      admin.createTopics(List.of(new NewTopic(TOPIC, load.partitions(), (short) 1))).all().get();
      for (int replica = 0; replica < load.replicas(); replica++) {
        bindings.add(bind(replica));
      }
      awaitShared(admin);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused: " + e.getCause(), e);
    }
    send();
    if (!done.tryAcquire(load.tasks(), LOOKS * (long) LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("only " + calls.size() + " of " + load.tasks() + " calls");
    }
    return SpreadFigures.of(load, List.copyOf(calls));
  }

  private Binding<MessageChannel> bind(int replica) {
    KafkaBinder binder =
        new KafkaBinder(
            clients, producer, load.slots(), AHEAD, AHEAD_BYTES, Map.of(), InstantSource.system());
    return binder.bindConsumer(
        TOPIC,
        GROUP,
        (message, _) -> {
          work(replica, (Delivery) message.getPayload());
          return true;
        },
        new ConsumerProperties());
  }

  private void awaitShared(Admin admin) throws ExecutionException, InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      List<Integer> shares =
          admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
              .flatMap(group -> group.members().stream())
              .map(SpreadRun::partitions)
              .toList();
      int even = load.partitions() / load.replicas();
      if (shares.size() == load.replicas() && shares.stream().allMatch(each -> each == even)) {
        return;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    throw new IllegalStateException("the replicas do not share the partitions evenly");
  }

  private static int partitions(MemberDescription member) {
    return member.assignment().topicPartitions().size();
  }

  private void send() {
    zero = System.nanoTime();
    for (SpreadLoad.Task task : tasks) {
      double early = task.arrival() - now();
      if (early > 0) {
        LockSupport.parkNanos((long) (early * NANOS));
      }
      byte[] key = ("problem " + task.number() + "/0").getBytes(StandardCharsets.UTF_8);
      byte[] body = ByteBuffer.allocate(Integer.BYTES).putInt(task.number()).array();
      var _ = producer.send(new ProducerRecord<>(TOPIC, key, body));
    }
  }

  private void work(int replica, Delivery delivery) {
    double begun = now();
    SpreadLoad.Task task = tasks.get(ByteBuffer.wrap(delivery.record().body()).getInt());
    try {
      Thread.sleep(task.millis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    calls.add(new WorkedCall(replica, task.arrival(), begun, now()));
    done.release();
  }

  private double now() {
    return (System.nanoTime() - zero) / NANOS;
  }

  @Override
  public void close() {
    bindings.forEach(Binding::unbind);
    producer.close();
    kafka.close();
  }
}
