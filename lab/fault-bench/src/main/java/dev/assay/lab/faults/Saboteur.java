// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults;

import dev.assay.contracts.Topic;
import dev.assay.lab.faults.model.ModelServer;
import dev.assay.lab.faults.system.RunningSystem;
import dev.assay.lab.faults.system.Victim;
import dev.assay.lab.faults.system.Waiting;
import dev.assay.lab.faults.topics.LoggedRecord;
import dev.assay.lab.faults.topics.TopicAccess;
import dev.assay.lab.faults.trouble.Fault;
import dev.assay.lab.faults.trouble.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Does one fault after another to a running system, as a seed has it. */
final class Saboteur {

  private static final List<Topic<?>> TOPICS =
      List.of(
          Topic.PROBLEMS,
          Topic.ATTEMPTS,
          Topic.SOLUTIONS,
          Topic.CRITIQUES,
          Topic.VERIFICATIONS,
          Topic.VERDICTS,
          Topic.ANSWERS);

  private static final int DOWN_MILLIS = 1500;
  private static final int SHORTEST_FREEZE_MILLIS = 2000;
  private static final int LONGEST_FREEZE_MILLIS = 8000;
  private static final int AWAY_MILLIS = 4000;
  private static final int DELAY_MILLIS = 3000;
  private static final int LATEST = 30;
  private static final Duration TO_BE_BUSY = Duration.ofSeconds(20);

  private final RunningSystem system;
  private final ModelServer model;
  private final TopicAccess topics;
  private final Random random;

  Saboteur(RunningSystem system, ModelServer model, TopicAccess topics, Random random) {
    this.system = system;
    this.model = model;
    this.topics = topics;
    this.random = random;
  }

  /** Does it, and says what was done; a killed process may still be starting then. */
  Fault commit(FaultKind kind) {
    return switch (kind) {
      case KILL_GATEWAY -> kill(kind, any(system.replicas("gateway")));
      case KILL_GENERATOR -> kill(kind, busy("generator"));
      case KILL_CRITIC -> kill(kind, busy("critic"));
      case KILL_REFINE -> kill(kind, busy("refine"));
      case KILL_VERIFIER -> kill(kind, busy("verifier"));
      case KILL_BROKER -> kill(kind, system.broker());
      case KILL_DATABASE -> kill(kind, system.database());
      case FREEZE_WORKER -> freeze(kind, busy(any(RunningSystem.WORKERS)));
      case FREEZE_BROKER -> freeze(kind, system.broker());
      case FREEZE_DATABASE -> freeze(kind, system.database());
      case DUPLICATE -> again(kind, any(TOPICS), 0);
      case DELAY -> again(kind, any(TOPICS), DELAY_MILLIS);
      case REORDER -> again(kind, any(TOPICS), 0);
      case REPLAY -> again(kind, any(TOPICS), 0);
      case MODEL_AWAY -> away(kind);
      case DATABASE_FULL -> fill(kind);
    };
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** A replica of a worker, in the middle of a call if it comes to one. */
  private Victim busy(String worker) {
    Victim victim = any(system.replicas(worker));
    boolean _ = Waiting.within(TO_BE_BUSY, () -> model.journal().busy(victim.name()));
    return victim;
  }

  private Fault kill(FaultKind kind, Victim victim) {
    victim.kill();
    long from = System.currentTimeMillis();
    Waiting.pause(random.nextInt(DOWN_MILLIS));
    victim.restart();
    return done(kind, victim.name(), from, 0);
  }

  private Fault freeze(FaultKind kind, Victim victim) {
    victim.freeze();
    long from = System.currentTimeMillis();
    try {
      Waiting.pause(random.nextInt(SHORTEST_FREEZE_MILLIS, LONGEST_FREEZE_MILLIS));
    } finally {
      victim.thaw();
    }
    return done(kind, victim.name(), from, 0);
  }

  private Fault again(FaultKind kind, Topic<?> topic, long delay) {
    List<LoggedRecord> all = new ArrayList<>(topics.records(topic));
    all.removeIf(LoggedRecord::copy);
    int first = kind == FaultKind.REPLAY ? 0 : Math.max(0, all.size() - LATEST);
    List<LoggedRecord> some = new ArrayList<>(all.subList(first, all.size()));
    if (kind == FaultKind.REORDER) {
      Collections.shuffle(some, random);
    }
    Waiting.pause(delay);
    long from = System.currentTimeMillis();
    topics.copy(some);
    return done(kind, topic.name(), from, some.size());
  }

  private Fault away(FaultKind kind) {
    long from = System.currentTimeMillis();
    model.away(true);
    Waiting.pause(AWAY_MILLIS);
    model.away(false);
    return done(kind, "model", from, 0);
  }

  private Fault fill(FaultKind kind) {
    // It may have been killed a moment ago.
    system.database().restart();
    system.database().fill();
    long from = System.currentTimeMillis();
    Waiting.pause(AWAY_MILLIS);
    system.database().makeRoom();
    return done(kind, system.database().name(), from, 0);
  }

  private static Fault done(FaultKind kind, String victim, long from, int records) {
    return new Fault(kind, victim, from, System.currentTimeMillis(), records);
  }
}
