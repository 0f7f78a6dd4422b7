// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.AssayClient;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Event;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Topic;
import dev.assay.contracts.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas of each service, as processes: no state in memory is needed, and one that is
 * stopped, started or killed changes nothing but speed.
 */
class ReplicasIT {

  private static final Duration DEADLINE = Duration.ofMinutes(4);

  /** All of it is asked for, so that every call that is bought is on the bill. */
  private static final PolicyOverrides EFFORT = PolicyOverrides.grid(4, 2, 1, DEADLINE);

  private static final int MOST_UNDER_WAY = 6;

  @TempDir private Path folder;

  @Test
  void theySettleEachProblemOnceWhileSomeAreAddedStoppedStartedAndKilled() throws Exception {
    try (CountingModel model = new CountingModel();
        Replicas replicas = new Replicas(folder, model)) {
      start(replicas.side(0), () -> {});
      try (Broker broker = new Broker(replicas.kafka())) {
        Callers callers = new Callers(replicas);

        start(replicas.side(1), callers::keepAsking);
        restart(replicas, callers);
        callers.awaitAll();
        assertEachIsSettledOnceAndWell(broker, callers);
        assertThat(bought(broker)).as("calls on the bills").isEqualTo(model.sold());

        kill(replicas, callers);
        callers.awaitAll();
        assertEachIsSettledOnceAndWell(broker, callers);
      }
    }
  }

  private static void start(List<ServiceProcess> some, Runnable meanwhile) {
    some.forEach(ServiceProcess::start);
    for (ServiceProcess each : some) {
      meanwhile.run();
      each.awaitReady();
    }
    meanwhile.run();
  }

  private static void restart(Replicas replicas, Callers callers) throws InterruptedException {
    callers.use(1);
    for (ServiceProcess each : replicas.side(0)) {
      callers.keepAsking();
      each.stop();
    }
    start(replicas.side(0), callers::keepAsking);
  }

  /** In the middle of the work; nobody starts them again. */
  private static void kill(Replicas replicas, Callers callers) throws InterruptedException {
    callers.use(0);
    for (ServiceProcess each : replicas.side(1)) {
      callers.keepAsking();
      each.kill();
    }
    callers.keepAsking();
  }

  private static void assertEachIsSettledOnceAndWell(Broker broker, Callers callers) {
    await().atMost(DEADLINE).until(broker::idle);
    List<? extends Event> settled = broker.events(Topic.ANSWERS);
    assertThat(settled.stream().distinct())
        .extracting(event -> event.problemId().toString())
        .containsExactlyInAnyOrderElementsOf(callers.asked());
    for (String id : callers.asked()) {
      Answer answer = callers.answer(id);
      assertThat(answer.status()).as(answer.reason()).isEqualTo(Status.VERIFIED);
      assertThat(answer.text()).isEqualTo(CountingModel.RIGHT);
      assertThat(answer.late()).isFalse();
    }
  }

  /** By all events, each counted once. */
  private static int bought(Broker broker) {
    List<Event> events = new ArrayList<>();
    for (Topic<?> topic : Set.of(Topic.SOLUTIONS, Topic.CRITIQUES, Topic.VERDICTS)) {
      events.addAll(broker.events(topic));
    }
    Usage bill = Proof.bill(events);
    return Math.toIntExact(bill.calls());
  }

  /** Somebody who always has some problems under way, through a gateway that is up. */
  private static final class Callers {

    private final Replicas replicas;
    private final List<String> asked = new ArrayList<>();
    private AssayClient client;

    Callers(Replicas replicas) {
      this.replicas = replicas;
      this.client = new AssayClient(replicas.get("gateway", 0).url());
    }

    void use(int gateway) {
      client = new AssayClient(replicas.get("gateway", gateway).url());
    }

    void keepAsking() {
      long underWay = asked.stream().filter(id -> !client.problem(id).settled()).count();
      for (long i = underWay; i < MOST_UNDER_WAY; i++) {
        asked.add(client.submit("What is 2 + 2?", EFFORT, "problem " + asked.size()));
      }
    }

    void awaitAll() {
      await()
          .atMost(DEADLINE)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> asked.stream().allMatch(id -> client.problem(id).settled()));
    }

    List<String> asked() {
      return asked;
    }

    Answer answer(String id) {
      return client.problem(id).settledAnswer();
    }
  }
}
