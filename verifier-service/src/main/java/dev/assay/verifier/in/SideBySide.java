// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.in;

import dev.assay.contracts.Event;
import dev.assay.messaging.Causes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Hands the events of a poll over problem by problem, several problems at a time: each is a
 * transaction of its own, and most of its time waits for the database. Those of one problem stay in
 * order.
 */
public final class SideBySide implements Consumer<List<Event>> {

  /** The pool has 8 connections; the sweeps and the outbox's relay have use for others. */
  private static final int MOST = 6;

  private final Consumer<List<Event>> state;

  public SideBySide(Consumer<List<Event>> state) {
    this.state = state;
  }

  /**
   * Returns when all have been worked.
   *
   * @throws RuntimeException if some could not be; all others have been worked nevertheless
   */
  @Override
  public void accept(List<Event> events) {
    Collection<List<Event>> problems =
        events.stream()
            .collect(
                Collectors.groupingBy(Event::problemId, LinkedHashMap::new, Collectors.toList()))
            .values();
    if (problems.size() < 2) {
      state.accept(events);
      return;
    }
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(MOST, problems.size()), Thread.ofVirtual().factory())) {
      problems.forEach(each -> all.add(threads.submit(Causes.carried(() -> state.accept(each)))));
    }
    all.forEach(SideBySide::check);
  }

  private static void check(Future<?> worked) {
    try {
      worked.get();
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNull(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while problems were worked", e);
    }
  }

  /** What a thread that worked it alone would have thrown. */
  private static RuntimeException failure(Throwable cause) {
    return switch (cause) {
      case RuntimeException failure -> failure;
      case Error error -> throw error;
      default -> new IllegalStateException(cause);
    };
  }
}
