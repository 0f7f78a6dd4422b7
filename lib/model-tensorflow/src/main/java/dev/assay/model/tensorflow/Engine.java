// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.tensorflow.graph.Decoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches the calls that are in flight: one thread owns the decoder, admits new calls between
 * chunks into free slots and gives every row its next tokens. A failed run fails the calls that
 * were in it, never hangs them; an engine that has ended fails every call.
 */
final class Engine implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Engine.class);

  /** Tokens, padding included, that are read at once while other rows wait. */
  private static final int READING_BUDGET = 4096;

  private final String name;
  private final Decoder decoder;
  private final int slots;
  private final BlockingQueue<EngineCall<?>> waiting;
  private final CacheRows rows;
  private final Thread thread;
  private @Nullable EngineCall<?> postponed;
  private volatile boolean closing;
  private volatile boolean ended;

  private Engine(String name, Decoder decoder, TensorFlowOptions options) {
    this.name = name;
    this.decoder = decoder;
    this.slots = options.slots();
    this.waiting = new LinkedBlockingQueue<>(options.waiting());
    this.rows = new CacheRows(decoder, options.chunk());
    this.thread = Thread.ofPlatform().daemon().name("model-" + name).unstarted(this::run);
  }

  static Engine start(String name, Decoder decoder, TensorFlowOptions options) {
    Engine engine = new Engine(name, decoder, options);
    engine.thread.start();
    return engine;
  }

  /** What became of a call that asked to be taken on. */
  enum Submission {
    ACCEPTED,
    OVERLOADED,
    ENDED
  }

  Submission submit(EngineCall<?> call) {
    if (ended || closing) {
      return Submission.ENDED;
    }
    if (!waiting.offer(call)) {
      return Submission.OVERLOADED;
    }
    // The engine may have ended in between and will not look again.
    return ended && waiting.remove(call) ? Submission.ENDED : Submission.ACCEPTED;
  }

  /** Gives a call up; does nothing once it has finished. */
  void cancel(EngineCall<?> call) {
    call.cancel();
    waiting.remove(call);
  }

  private void run() {
    Throwable reason = new IllegalStateException("closed");
    try (decoder) {
      while (!closing) {
        serve();
      }
    } catch (InterruptedException e) {
      log.debug("Engine of model {} woken up to close", name);
    } catch (Throwable e) {
      log.error("Engine of model {} has ended", name, e);
      reason = e;
    } finally {
      ended = true;
      failAll(remaining(), "model " + name + " is closed", reason);
    }
  }

  private void serve() throws InterruptedException {
    rows.dropCancelled();
    List<EngineCall<?>> arrivals = arrivals();
    List<LikelihoodCall> scorings = only(LikelihoodCall.class, arrivals);
    List<Generation> begun = only(Generation.class, arrivals);
    List<EngineCall<?>> generations = new ArrayList<>(rows.live());
    generations.addAll(begun);
    try {
      if (!scorings.isEmpty()) {
        run(scorings, () -> LikelihoodCall.run(decoder, scorings), () -> {});
      }
      run(generations, () -> generate(begun), rows::clear);
    } catch (Error e) {
      generations.addAll(scorings);
      failAll(generations, "model " + name + " failed: " + e, e);
      throw e;
    }
  }

  private static <T extends EngineCall<?>> List<T> only(Class<T> kind, List<EngineCall<?>> calls) {
    return calls.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void run(List<? extends EngineCall<?>> concerned, Runnable work, Runnable mend) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.warn("A run of model {} failed; its {} calls fail", name, concerned.size(), e);
      failAll(concerned, "model " + name + " failed: " + e.getMessage(), e);
      mend.run();
    }
  }

  private void generate(List<Generation> begun) {
    if (!begun.isEmpty()) {
      rows.admit(begun);
    }
    if (!rows.live().isEmpty()) {
      rows.step();
    }
  }

  /**
   * Takes on as many calls as fit; waits for one if there is nothing else to do. A scoring needs
   * its slot for one run only, and waits for it like any other call.
   */
  private List<EngineCall<?>> arrivals() throws InterruptedException {
    int live = rows.live().size();
    List<EngineCall<?>> arrivals = new ArrayList<>();
    int longest = 0;
    while (live + arrivals.size() < slots) {
      EngineCall<?> next = next(live + arrivals.size() == 0);
      if (next == null) {
        break;
      }
      if (next.cancelled()) {
        continue;
      }
      int width = Math.max(longest, next.width());
      if (!arrivals.isEmpty() && width * (arrivals.size() + 1) > READING_BUDGET) {
        postponed = next;
        break;
      }
      longest = width;
      arrivals.add(next);
    }
    return arrivals;
  }

  private @Nullable EngineCall<?> next(boolean wait) throws InterruptedException {
    EngineCall<?> first = postponed;
    postponed = null;
    if (first != null) {
      return first;
    }
    return wait ? waiting.take() : waiting.poll();
  }

  private List<EngineCall<?>> remaining() {
    List<EngineCall<?>> remaining = new ArrayList<>(rows.live());
    if (postponed != null) {
      remaining.add(postponed);
    }
    waiting.drainTo(remaining);
    return remaining;
  }

  private static void failAll(
      List<? extends EngineCall<?>> calls, String message, Throwable cause) {
    calls.forEach(call -> call.fail(message, cause));
  }

  /** Ends after the chunk that is running and fails whoever still waits. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive() && thread != Thread.currentThread()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
