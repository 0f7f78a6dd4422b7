// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.lab.curves.PoolSize;
import dev.assay.lab.datasets.BadDataException;
import dev.assay.lab.draws.pool.DrawnPool;
import dev.assay.lab.draws.pool.PoolFile;
import dev.assay.lab.draws.pool.PoolSettings;
import dev.assay.lab.draws.pool.PooledProblem;
import dev.assay.lab.loop.BenchProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws a pool into a file, or goes on with one. */
public final class PoolRun {

  /** Enough that the models have something to do while one of them waits for its last calls. */
  private static final int AT_A_TIME = 4;

  private final StudyRoles players;
  private final PoolSettings settings;

  private PoolRun(StudyRoles players, PoolSettings settings) {
    this.players = players;
    this.settings = settings;
  }

  /** A pool of this size, with drafts enough for a vote at equal calls. */
  public static PoolRun of(StudyRoles players, PoolSize size) {
    return of(players, size, size.votes());
  }

  /** A pool for its votes alone: as many as one of this size has. */
  public static PoolRun ofVotes(StudyRoles players, PoolSize size) {
    return of(players, new PoolSize(1, 1, 0), size.votes());
  }

  /** A pool in which nobody votes but the attempts. */
  public static PoolRun withoutVotes(StudyRoles players, PoolSize size) {
    return of(players, size, size.attempts());
  }

  private static PoolRun of(StudyRoles players, PoolSize size, int votes) {
    return new PoolRun(
        players,
        new PoolSettings(
            size.attempts(),
            size.verifications(),
            size.revisions(),
            votes,
            players.descriptions()));
  }

  /**
   * Draws what is missing.
   *
   * @param done is told how many problems are there, by several threads
   * @return the pool of these problems and no others, in their order
   * @throws dev.assay.lab.datasets.BadDataException if the file is another pool's
   * @throws dev.assay.roles.NoReplyException if a model gives no reply; what was drawn stays
   */
  public DrawnPool into(Path path, List<BenchProblem> problems, IntConsumer done) {
    PoolFile file = PoolFile.open(path, settings);
    Map<Integer, String> there =
        file.problems().stream()
            .collect(Collectors.toMap(PooledProblem::index, PooledProblem::question));
    problems.forEach(each -> requireSame(path, each, there.get(each.index())));
    List<BenchProblem> missing =
        problems.stream().filter(each -> !there.containsKey(each.index())).toList();
    done.accept(problems.size() - missing.size());
    try (ExecutorService workers = workers()) {
      ParallelTasks.forAll(workers, missing, each -> draw(file, each, done));
    }
    Set<Integer> wanted = problems.stream().map(BenchProblem::index).collect(Collectors.toSet());
    return new DrawnPool(
        settings, file.problems().stream().filter(each -> wanted.contains(each.index())).toList());
  }

  private static void requireSame(Path path, BenchProblem asked, @Nullable String drawn) {
    if (drawn != null && !drawn.equals(asked.question())) {
      throw new BadDataException(
          "%s was drawn for other questions: problem %d is %s (expected: %s); choose another --out, or delete it"
              .formatted(path, asked.index(), drawn, asked.question()));
    }
  }

  /**
   * Draws into memory.
   *
   * @param done is told how many problems are there, by several threads
   * @throws dev.assay.roles.NoReplyException if a model gives no reply
   */
  List<PooledProblem> kept(List<BenchProblem> problems, IntConsumer done) {
    AtomicInteger count = new AtomicInteger();
    done.accept(0);
    try (ExecutorService workers = workers()) {
      return ParallelTasks.forAll(
          workers,
          problems,
          each -> {
            PooledProblem drawn = PoolSampler.draw(players, settings, each);
            done.accept(count.incrementAndGet());
            return drawn;
          });
    }
  }

  private static ExecutorService workers() {
    return Executors.newFixedThreadPool(AT_A_TIME, Thread.ofPlatform().daemon().factory());
  }

  private int draw(PoolFile file, BenchProblem problem, IntConsumer done) {
    file.add(PoolSampler.draw(players, settings, problem));
    int count = file.problems().size();
    done.accept(count);
    return count;
  }
}
