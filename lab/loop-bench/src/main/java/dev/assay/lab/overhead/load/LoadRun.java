// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.load;

import dev.assay.lab.overhead.ideal.AskedProblem;
import dev.assay.lab.overhead.ideal.WorkedSpan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Problems that are asked in their order, so many at a time: the next is asked when one of them is
 * done.
 */
public final class LoadRun {

  private static final double MILLI = 1e6;

  private final List<AskedProblem> problems;
  private final Asker asker;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReferenceArray<@Nullable WorkedSpan> spans;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final AtomicInteger failed = new AtomicInteger();
  private final long start = System.nanoTime();

  private LoadRun(List<AskedProblem> problems, Asker asker) {
    this.problems = problems;
    this.asker = asker;
    this.spans = new AtomicReferenceArray<>(problems.size());
  }

  /**
   * What became of a load.
   *
   * @param spans of the problems that were done, in the order of the problems
   * @param failed problems that were not
   * @param why what the first of them said, or null
   * @param refusals how often one was refused for now, and asked again
   */
  public record Result(List<WorkedSpan> spans, int failed, @Nullable String why, int refusals) {}

  /** Asks them all, and waits for them. */
  public static Result of(List<AskedProblem> problems, int inFlight, Asker asker) {
    int before = asker.refusals();
    LoadRun run = new LoadRun(problems, asker);
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < inFlight; i++) {
        var _ = workers.submit(run::work);
      }
    }
    return run.result(asker.refusals() - before);
  }

  private void work() {
    for (int i = next.getAndIncrement(); i < problems.size(); i = next.getAndIncrement()) {
      try {
        AskedProblem problem = problems.get(i);
        sleepUntil(problem.afterMillis());
        double from = millis();
        asker.ask(problem);
        spans.set(i, new WorkedSpan(from, millis()));
      } catch (RuntimeException e) {
        failure.compareAndSet(null, e);
        failed.incrementAndGet();
      }
    }
  }

  private void sleepUntil(long millis) {
    double left = millis - millis();
    if (left > 0) {
      try {
        Thread.sleep(Duration.ofNanos((long) (left * MILLI)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private double millis() {
    return (System.nanoTime() - start) / MILLI;
  }

  private Result result(int refusals) {
    List<WorkedSpan> done =
        IntStream.range(0, problems.size())
            .mapToObj(spans::get)
            .filter(each -> each != null)
            .toList();
    RuntimeException first = failure.get();
    return new Result(done, failed.get(), first == null ? null : first.getMessage(), refusals);
  }
}
