// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults;

import dev.assay.lab.faults.checks.Invariant;
import dev.assay.lab.faults.checks.Invariants;
import dev.assay.lab.faults.model.ModelServer;
import dev.assay.lab.faults.system.Programs;
import dev.assay.lab.faults.system.RunningSystem;
import dev.assay.lab.faults.system.Waiting;
import dev.assay.lab.faults.topics.TopicAccess;
import dev.assay.lab.faults.trouble.Fault;
import dev.assay.lab.faults.trouble.FaultKind;
import dev.assay.lab.faults.trouble.ProblemLoad;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Starts the system, keeps it busy, does one fault after another to it, lets it settle everything,
 * and checks what it promised. All that it started has ended when it returns or throws.
 */
public final class FaultRun {

  private static final Duration STARTING = Duration.ofSeconds(60);
  private static final Duration SETTLING = Duration.ofMinutes(2);
  private static final int STILL_MILLIS = 2000;

  private final FaultPlan plan;
  private final Programs programs;
  private final Consumer<String> progress;

  /**
   * @param progress is told what is done, in a line each
   */
  public FaultRun(FaultPlan plan, Programs programs, Consumer<String> progress) {
    this.plan = plan;
    this.programs = programs;
    this.progress = progress;
  }

  /**
   * Runs the plan.
   *
   * @param home an empty folder; what the processes say is kept in its folder {@code said}
   */
  public FaultResult run(Path home) throws IOException, SQLException {
    long begun = System.nanoTime();
    progress.accept("starting the system");
    try (ModelServer model = new ModelServer(plan.seed(), true);
        RunningSystem system =
            RunningSystem.start(home, programs, model, plan.replicas(), Map.of());
        TopicAccess topics = new TopicAccess(system.kafka())) {
      ProblemLoad load = new ProblemLoad(system.gateways(), "s");
      List<Fault> faults = disturb(system, model, topics, load);
      progress.accept("settling what is under way");
      system.awaitReady();
      load.awaitSettled();
      awaitStillness(topics);
      progress.accept("checking");
      try (Connection database = system.database().connect()) {
        List<Invariant> invariants = Invariants.of(topics, database, model.journal(), load, faults);
        return new FaultResult(
            faults,
            invariants,
            load.labels().size(),
            model.journal().calls().size(),
            topics.dead(),
            (System.nanoTime() - begun) / 1e9,
            system.lastWords());
      }
    }
  }

  private List<Fault> disturb(
      RunningSystem system, ModelServer model, TopicAccess topics, ProblemLoad load) {
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Void> asking =
        CompletableFuture.runAsync(
            () -> load.keepOn(plan.problems(), stop::get), Thread.ofVirtual()::start);
    try {
      return faults(system, model, topics);
    } finally {
      stop.set(true);
      asking.join();
    }
  }

  private List<Fault> faults(RunningSystem system, ModelServer model, TopicAccess topics) {
    Random random = new Random(plan.seed());
    Saboteur saboteur = new Saboteur(system, model, topics, random);
    List<Fault> done = new ArrayList<>();
    long end = System.nanoTime() + plan.time().toNanos();
    do {
      for (FaultKind kind : plan.round(random)) {
        awaitCalls(model, plan.pause(random));
        Fault fault = saboteur.commit(kind);
        progress.accept(kind.label() + ": " + fault.victim());
        done.add(fault);
      }
    } while (System.nanoTime() < end);
    return done;
  }

  /** Whoever was killed may have to be there first; if no call comes at all, the faults go on. */
  private static void awaitCalls(ModelServer model, int more) {
    int wanted = model.journal().size() + more;
    boolean _ = Waiting.within(STARTING, () -> model.journal().size() >= wanted);
  }

  /**
   * What was settled long ago may still be read by somebody who was killed meanwhile, or whose
   * database was away.
   */
  private static void awaitStillness(TopicAccess topics) {
    long[] last = {-1};
    boolean _ =
        Waiting.within(
            SETTLING,
            () -> {
              long before = last[0];
              last[0] = topics.written();
              boolean still = before == last[0] && topics.unread().isEmpty();
              Waiting.pause(STILL_MILLIS);
              return still;
            });
  }
}
