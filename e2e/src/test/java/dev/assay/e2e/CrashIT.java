// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.AssayClient;
import dev.assay.client.ProblemView;
import dev.assay.client.SettlementPolling;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Event;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Topic;
import dev.assay.embedded.servers.Ports;
import dev.assay.gateway.core.ProblemEvidence;
import dev.assay.lab.loop.BenchProblem;
import dev.assay.lab.loop.SettlementCounter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program as a process of its own: killed, started again, started twice, told to stop. */
class CrashIT {

  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final PolicyOverrides QUICK = PolicyOverrides.grid(1, 1, 0, DEADLINE);
  private static final PolicyOverrides THOROUGH = PolicyOverrides.grid(16, 4, 1, DEADLINE);
  private static final int QUICK_ONES = 3;

  private static final int SLOTS = 4;

  private static final Map<String, String> FEW_SLOTS = Map.of("ASSAY_SLOTS", String.valueOf(SLOTS));

  /**
   * Calls that a crash may have bought again. A stage has as many in its hands as it has places;
   * and what is drafted again is criticised, refined and criticised again by a critic that does not
   * know it: five stages at the most, one after another.
   */
  private static final int IN_FLIGHT = 5 * SLOTS;

  private static final List<BenchProblem> PROBLEMS = Questions.any(12);

  @TempDir private Path place;
  private Path data;

  @BeforeEach
  void name() {
    data = place.resolve("data");
  }

  @AfterEach
  void leaveNoDatabaseBehind() throws IOException {
    Optional<Postgres> orphan = Postgres.in(data);
    orphan.ifPresent(Postgres::stop);
  }

  @Test
  void killedInTheMiddleItLosesNothingAndStartedAgainItRefusesASecondAndStopsWhenTold()
      throws Exception {
    List<String> ids;
    Postgres orphan;
    try (Program program = Program.serve(data, Ports.free(), FEW_SLOTS)) {
      ids = killedInTheMiddle(program);
      orphan = Postgres.in(data).orElseThrow();
    }

    try (Program program = Program.serve(data, Ports.free(), FEW_SLOTS)) {
      AssayClient client = new AssayClient(program.url());
      assertThat(orphan.process().isAlive()).isFalse();
      assertThat(submit(client)).isEqualTo(ids);
      assertASecondIsRefused(program);
      assertSettled(new SettlementPolling(client, DEADLINE), ids);
      assertSettledOnce(program.kafka(), ids);
      assertStopsWhenTold(program);
    }
  }

  private static List<String> killedInTheMiddle(Program program) throws InterruptedException {
    AssayClient client = new AssayClient(program.url());
    List<String> ids = submit(client);
    // Of the quick ones some are done, of the others there is something, and not everything.
    await()
        .atMost(DEADLINE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> settled(client, ids) > 0 && verdicts(client, ids.getLast()) > 0);
    assertThat(settled(client, ids)).isLessThan(ids.size());
    program.kill();
    return ids;
  }

  /** Always under the same keys: what was taken before the crash is known after it. */
  private static List<String> submit(AssayClient client) {
    List<String> ids = new ArrayList<>();
    for (BenchProblem each : PROBLEMS) {
      PolicyOverrides effort = each.index() < QUICK_ONES ? QUICK : THOROUGH;
      ids.add(client.submit(each.question(), effort, "problem " + each.index()));
    }
    return ids;
  }

  private static long settled(AssayClient client, List<String> ids) {
    return ids.stream().filter(id -> client.problem(id).settled()).count();
  }

  private static int verdicts(AssayClient client, String id) {
    return client.problem(id).progress().verdicts();
  }

  private static void assertSettled(SettlementPolling settling, List<String> ids) {
    for (int i = 0; i < ids.size(); i++) {
      ProblemView view = settling.await(ids.get(i), _ -> {});
      Answer answer = view.settledAnswer();
      ProblemEvidence evidence = Proof.read(settling.evidence(ids.get(i)));
      assertThat(evidence.question()).isEqualTo(PROBLEMS.get(i).question());
      assertThat(evidence.answer()).isEqualTo(answer);
      assertThat(answer.late()).isFalse();
      Proof.supports(evidence);
      Proof.everyAttemptHasEnded(evidence, Proof.policy(view));
    }
  }

  /** A crash may publish a settlement twice, never two of them. */
  private static void assertSettledOnce(Path kafka, List<String> ids) {
    assertThat(SettlementCounter.count(kafka, Set.copyOf(ids)).good()).isTrue();
    try (Broker broker = new Broker(kafka)) {
      await().atMost(DEADLINE).until(broker::idle);
      assertThat(broker.events(Topic.ANSWERS).stream().distinct())
          .extracting(event -> event.problemId().toString())
          .containsExactlyInAnyOrderElementsOf(ids);
      for (Topic<?> topic : List.of(Topic.SOLUTIONS, Topic.CRITIQUES, Topic.VERDICTS)) {
        List<String> bought = broker.events(topic).stream().map(Event::eventId).toList();
        int again = bought.size() - Set.copyOf(bought).size();
        assertThat(again).as("%s bought twice", topic.name()).isLessThanOrEqualTo(IN_FLIGHT);
      }
    }
  }

  private void assertASecondIsRefused(Program first) throws Exception {
    try (Program second = Program.serve(data, Ports.free())) {
      assertThat(second.exit(Duration.ofSeconds(60))).isEqualTo(1);
      assertThat(second.said())
          .contains("in use by process " + first.pid(), first.url().toString())
          .doesNotContain("\tat ");
    }
    assertThat(new AssayClient(first.url()).answers()).isTrue();
  }

  private void assertStopsWhenTold(Program program) throws Exception {
    ProcessHandle postgres = Postgres.in(data).orElseThrow().process();

    program.stop(Duration.ofSeconds(30));

    // It takes back its note a moment before it ends.
    await().atMost(Duration.ofSeconds(10)).until(() -> !postgres.isAlive());
    assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
    assertThat(data.resolve("running")).doesNotExist();
  }
}
