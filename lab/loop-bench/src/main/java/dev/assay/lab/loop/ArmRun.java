// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.client.NotSettledException;
import dev.assay.client.ProblemView;
import dev.assay.client.QuestionRequest;
import dev.assay.client.RefusedException;
import dev.assay.client.SettlementPolling;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Json;
import dev.assay.contracts.Usage;
import dev.assay.lab.datasets.BadDataException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sends the problems of an arm through the running loop, a few at a time. */
public final class ArmRun {

  private static final double NANOS = 1e9;

  private final SettlementPolling settling;
  private final String run;
  private final Arm arm;

  /**
   * @param run its name; problems that an earlier run of the same name has handed in are found
   *     again
   */
  public ArmRun(SettlementPolling settling, String run, Arm arm) {
    this.settling = settling;
    this.run = run;
    this.arm = arm;
  }

  /**
   * Works all problems.
   *
   * @param done is told each result as it comes, by several threads
   */
  public ArmResult work(
      List<BenchProblem> problems, int concurrency, Consumer<ProblemResult> done) {
    long start = System.nanoTime();
    try (ExecutorService workers = Executors.newFixedThreadPool(concurrency, daemons())) {
      List<Callable<ProblemResult>> tasks =
          problems.stream().<Callable<ProblemResult>>map(each -> () -> work(each, done)).toList();
      List<Future<ProblemResult>> results = workers.invokeAll(tasks);
      double seconds = (System.nanoTime() - start) / NANOS;
      return new ArmResult(arm, results.stream().map(ArmRun::result).toList(), seconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private ProblemResult work(BenchProblem problem, Consumer<ProblemResult> done) {
    ProblemResult result = settle(problem);
    done.accept(result);
    return result;
  }

  private ProblemResult settle(BenchProblem problem) {
    long start = System.nanoTime();
    try {
      String id =
          settling.submit(
              new QuestionRequest(problem.question(), arm.kind(), arm.effort()),
              arm.key(run, problem));
      ProblemView view = settling.await(id, _ -> {});
      double watched = (System.nanoTime() - start) / NANOS;
      JsonNode evidence = settling.evidence(id);
      Answer answer = view.settledAnswer();
      return new ProblemResult.Settled(
          problem,
          id,
          answer.status(),
          answer.text(),
          answer.late(),
          EvidenceScore.of(problem.target(), answer, evidence.path("attempts")),
          seconds(view, watched),
          usage(evidence.path("usage"), answer),
          LabelledEvidence.of(problem.target(), view.json(), answer, evidence));
    } catch (RefusedException e) {
      throw new BadDataException(
          "question %d, %s: %s".formatted(problem.index() + 1, problem.question(), e.getMessage()));
    } catch (NotSettledException e) {
      return new ProblemResult.Lost(problem, String.valueOf(e.getMessage()));
    }
  }

  /** By the server's own clock: a problem of an earlier run took longer than it is watched now. */
  private static double seconds(ProblemView view, double watched) {
    return view.submittedAt() == null
        ? watched
        : Duration.between(view.submittedAt(), view.settledAnswer().settledAt()).toNanos() / NANOS;
  }

  /** The evidence also knows the calls that came back after the answer was settled. */
  private static Usage usage(@Nullable JsonNode usage, Answer answer) {
    return usage != null && usage.isObject()
        ? Json.mapper().treeToValue(usage, Usage.class)
        : answer.usage();
  }

  private static ProblemResult result(Future<ProblemResult> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  /** A bench that is stopped does not wait for what it asked. */
  private static ThreadFactory daemons() {
    return Thread.ofPlatform().daemon().name("bench-", 1).factory();
  }
}
