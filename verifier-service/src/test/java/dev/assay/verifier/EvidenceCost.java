// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.messaging.Repeater;
import dev.assay.verifier.core.Adjudicator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * What it costs to take problems in, from their submission to their answer: ways to the database
 * and back, CPU time of this process and of PostgreSQL, and how long each event takes. A program,
 * as figures are for people: no test waits for them.
 */
final class EvidenceCost {

  private static final int WARM_UP = 300;
  private static final int COUNTED = 300;

  private final EvidenceDatabase database;
  private final Adjudicator adjudicator;
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private EvidenceCost(EvidenceDatabase database) {
    this.database = database;
    this.adjudicator = database.adjudicator(EvidenceDatabase.EQUALITY, Instant.now());
  }

  /** Takes no arguments; the database is a new one in a temporary folder. */
  static void main() throws IOException {
    Path folder = Files.createTempDirectory("evidence-cost");
    try (EvidenceDatabase database = new EvidenceDatabase(folder)) {
      database.relays().forEach(Repeater::start);
      EvidenceCost cost = new EvidenceCost(database);
      cost.print("1x1, event by event", 1, 1, false);
      cost.print("4x4, event by event", 4, 4, false);
      cost.print("4x4, one poll for each kind", 4, 4, true);
      database.relays().forEach(Repeater::stop);
    }
    FileSystemUtils.deleteRecursively(folder);
  }

  private void print(String what, int attempts, int verifications, boolean polls) {
    IntStream.range(0, WARM_UP).forEach(_ -> settle(attempts, verifications, polls));
    long ways = database.counted.roundTrips.get();
    long cpu = system.getProcessCpuTime();
    Duration server = serverCpu();
    List<long[]> nanos = new ArrayList<>();
    long begun = System.nanoTime();
    IntStream.range(0, COUNTED).forEach(_ -> nanos.add(settle(attempts, verifications, polls)));
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%s: %.1f ways there and back, %.2f ms CPU here, %.2f ms in PostgreSQL, %.0f problems/s%n",
        what,
        (database.counted.roundTrips.get() - ways) / (double) COUNTED,
        (system.getProcessCpuTime() - cpu) / 1e6 / COUNTED,
        serverCpu().minus(server).toNanos() / 1e6 / COUNTED,
        COUNTED / seconds);
    String[] kinds = {"problem", "drafts", "critiques", "verdicts"};
    IntStream.range(0, kinds.length).forEach(kind -> print(kinds[kind], i -> nanos.get(i)[kind]));
  }

  private static void print(String kind, IntFunction<Long> nanos) {
    long[] sorted = IntStream.range(0, COUNTED).mapToLong(nanos::apply).sorted().toArray();
    System.out.printf(
        "    %-10s p50 %.2f ms, p95 %.2f ms%n",
        kind, sorted[COUNTED / 2] / 1e6, sorted[COUNTED * 95 / 100] / 1e6);
  }

  /** How long each kind of event took, in nanoseconds, the mean of each. */
  private long[] settle(int attempts, int verifications, boolean polls) {
    Problem problem = EvidenceEvents.problem(attempts, verifications);
    List<Criticised> critiques =
        IntStream.range(0, attempts)
            .mapToObj(attempt -> EvidenceEvents.sound(problem, attempt, "" + (24 + attempt % 2)))
            .toList();
    List<Event> verdicts =
        critiques.stream()
            .flatMap(
                each ->
                    IntStream.range(0, verifications)
                        .<Event>mapToObj(m -> EvidenceEvents.returned(each, m, new Correct(0.9))))
            .toList();
    List<Event> drafts =
        critiques.stream()
            .<Event>map(
                each ->
                    EvidenceEvents.drafted(
                        problem, each.solution().id().attempt().number(), each.solution().answer()))
            .toList();
    return new long[] {
      take(List.of(new Submitted(problem)), polls),
      take(drafts, polls),
      take(List.<Event>copyOf(critiques), polls),
      take(verdicts, polls)
    };
  }

  private long take(List<Event> events, boolean polls) {
    List<List<Event>> turns = polls ? List.of(events) : events.stream().map(List::of).toList();
    long begun = System.nanoTime();
    turns.forEach(adjudicator::take);
    return (System.nanoTime() - begun) / turns.size();
  }

  private static Duration serverCpu() {
    return ProcessHandle.current()
        .descendants()
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
