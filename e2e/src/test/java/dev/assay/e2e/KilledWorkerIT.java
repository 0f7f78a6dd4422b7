// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Topic;
import dev.assay.lab.faults.model.Call;
import dev.assay.lab.faults.model.Call.End;
import dev.assay.lab.faults.model.Hold;
import dev.assay.lab.faults.model.ModelServer;
import dev.assay.lab.faults.system.Programs;
import dev.assay.lab.faults.system.RunningSystem;
import dev.assay.lab.faults.system.Victim;
import dev.assay.lab.faults.system.Waiting;
import dev.assay.lab.faults.topics.LoggedRecord;
import dev.assay.lab.faults.topics.TopicAccess;
import dev.assay.lab.faults.trouble.ProblemLoad;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a killed worker's calls cost: the server knows how many it holds when the process dies, and
 * so many are bought again, and not one more.
 */
class KilledWorkerIT {

  private static final int TASKS = 32;
  private static final int ANSWERED = 9;
  private static final int SLOTS = 8;
  private static final int STILL_MILLIS = 2000;

  private static final PolicyOverrides SIXTEEN =
      PolicyOverrides.grid(16, 1, 0, Duration.ofMinutes(8));

  /** Nobody hangs up on a call that is held, or refuses a problem since others wait. */
  private static final Map<String, String> PATIENT =
      Map.of(
          "ASSAY_ROLE_TIMEOUT",
          "5m",
          "ASSAY_GATEWAY_SHED_OLDEST",
          "1h",
          "ASSAY_SLOTS",
          String.valueOf(SLOTS));

  private static final Map<String, Topic<?>> OUTPUTS =
      Map.of(
          "generator", Topic.SOLUTIONS,
          "critic", Topic.CRITIQUES,
          "verifier", Topic.VERDICTS);

  @TempDir private Path home;

  @Test
  void buysAgainWhatWasInFlightAndNothingElse() throws Exception {
    try (ModelServer model = new ModelServer(1, false);
        RunningSystem system =
            RunningSystem.start(home, new Programs(Path.of("..")), model, 1, PATIENT);
        TopicAccess topics = new TopicAccess(system.kafka())) {
      for (String worker : List.of("generator", "critic", "verifier")) {
        new Story(worker, model, system, topics).tell();
      }
    }
  }

  private record Story(String worker, ModelServer model, RunningSystem system, TopicAccess topics) {

    void tell() {
      Victim victim = system.replicas(worker).getFirst();
      Hold hold = model.hold(victim.name(), ANSWERED);
      long published = published();
      ProblemLoad load = new ProblemLoad(system.gateways(), worker);
      load.ask(SIXTEEN);
      load.ask(SIXTEEN);
      Waiting.until("what was answered is published", () -> published() == published + ANSWERED);
      awaitStillness();
      victim.kill();
      List<Call> held = held();

      victim.restart();
      hold.release();
      load.awaitSettled();

      List<String> keys = calls().stream().map(Call::key).toList();
      List<Call> again =
          calls().stream().filter(each -> each.serial() > held.getLast().serial()).toList();
      assertThat(held).as("%s: %s", worker, system.lastWords()).hasSize(SLOTS);
      assertThat(keys.stream().distinct()).hasSize(TASKS);
      assertThat(keys).as("calls of the %s", worker).hasSize(TASKS + held.size());
      assertThat(again).extracting(Call::key).containsAll(held.stream().map(Call::key).toList());
    }

    /** Until every slot is taken, and offsets are committed up to what is held. */
    private void awaitStillness() {
      Waiting.until("every slot is taken", () -> held().size() == SLOTS);
      int[] last = {-1};
      Waiting.until(
          "no further call comes",
          () -> {
            boolean still = last[0] == calls().size();
            last[0] = calls().size();
            Waiting.pause(STILL_MILLIS);
            return still;
          });
    }

    private List<Call> held() {
      return calls().stream().filter(each -> each.end() == End.OPEN).toList();
    }

    private List<Call> calls() {
      return model.journal().calls().stream()
          .filter(each -> each.role().equals(worker) && each.problem().startsWith(worker))
          .toList();
    }

    private long published() {
      return topics.records(OUTPUTS.get(worker)).stream()
          .filter(each -> each.event().isPresent())
          .map(LoggedRecord::eventId)
          .distinct()
          .count();
    }
  }
}
