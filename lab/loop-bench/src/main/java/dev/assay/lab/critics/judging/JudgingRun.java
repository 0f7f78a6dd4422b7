// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import dev.assay.contracts.Usage;
import dev.assay.lab.critics.labelled.LabelledSolution;
import dev.assay.lab.draws.ParallelTasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Has labelled solutions judged into a file, or goes on with one. */
public final class JudgingRun {

  private static final double NANOS = 1e9;

  private final Judge judge;
  private final JudgingSettings settings;
  private final int votes;
  private final int parallel;

  /**
   * @param seed of all draws
   * @param votes judgements on each solution
   * @param parallel how many are asked for at a time
   */
  public JudgingRun(Judge judge, long seed, int votes, int parallel) {
    this.judge = judge;
    this.settings = judge.settings(seed);
    this.votes = votes;
    this.parallel = parallel;
  }

  /** One judgement that is wanted. */
  private record Wanted(LabelledSolution solution, int vote) {
    Judgement.Key key() {
      return new Judgement.Key(solution.fingerprint(), vote);
    }
  }

  /**
   * Asks for what is missing. What was judged stays in the file whatever happens.
   *
   * @param done is told of each judgement, those of an earlier run first, by several threads
   * @throws dev.assay.lab.datasets.BadDataException if the file is of another configuration
   * @throws NoMoreRepliesException if nothing but failures comes back
   */
  public JudgedSolutions into(
      Path path, List<LabelledSolution> solutions, Consumer<JudgingProgress> done) {
    List<LabelledSolution> within =
        solutions.stream().filter(each -> judge.refusal(each).isEmpty()).toList();
    JudgementFile file = JudgementFile.open(path, settings);
    List<Wanted> missing = new ArrayList<>();
    ProgressCount count = new ProgressCount(within.size() * votes, done);
    for (Wanted each : wanted(within)) {
      file.find(each.key()).ifPresentOrElse(count::found, () -> missing.add(each));
    }
    long start = System.nanoTime();
    PatientJudge patient = new PatientJudge(judge, settings.seed(), JudgingRun::pause);
    List<Usage> paid;
    try (ExecutorService workers =
        Executors.newFixedThreadPool(parallel, Thread.ofPlatform().daemon().factory())) {
      paid = ParallelTasks.forAll(workers, missing, each -> judge(patient, file, each, count));
    }
    return new JudgedSolutions(
        settings,
        within.stream().map(each -> votes(file, each)).toList(),
        solutions.size() - within.size(),
        paid.stream().reduce(Usage.NONE, Usage::plus),
        (System.nanoTime() - start) / NANOS);
  }

  /** Solution by solution, so that a run that is cut short has all votes on most of what it saw. */
  private List<Wanted> wanted(List<LabelledSolution> solutions) {
    List<Wanted> wanted = new ArrayList<>();
    for (LabelledSolution solution : solutions) {
      for (int vote = 0; vote < votes; vote++) {
        wanted.add(new Wanted(solution, vote));
      }
    }
    return wanted;
  }

  private static Usage judge(
      PatientJudge judge, JudgementFile file, Wanted wanted, ProgressCount count) {
    Optional<Judgement> judged = judge.judge(wanted.solution(), wanted.vote());
    judged.ifPresent(file::add);
    count.made(judged);
    return judged.map(Judgement::usage).orElse(Usage.NONE);
  }

  private Ballot votes(JudgementFile file, LabelledSolution solution) {
    List<Judgement> given = new ArrayList<>();
    for (int vote = 0; vote < votes; vote++) {
      file.find(new Judgement.Key(solution.fingerprint(), vote)).ifPresent(given::add);
    }
    return new Ballot(solution, given, votes - given.size());
  }

  private static void pause(Duration wait) {
    try {
      TimeUnit.MILLISECONDS.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the model", e);
    }
  }
}
