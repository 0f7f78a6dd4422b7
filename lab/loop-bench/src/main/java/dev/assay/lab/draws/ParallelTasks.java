// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Waits for work that is done side by side. */
public final class ParallelTasks {

  private ParallelTasks() {}

  /**
   * The results, in the order of the items.
   *
   * @throws RuntimeException the first that the work threw; the rest of it is given up
   */
  public static <T, R> List<R> forAll(ExecutorService workers, List<T> items, Function<T, R> work) {
    List<Future<R>> futures = new ArrayList<>();
    items.forEach(item -> futures.add(workers.submit(() -> work.apply(item))));
    try {
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
  }
}
