// SPDX-License-Identifier: Apache-2.0
package dev.assay.inference.tensorflow;

import dev.assay.inference.tensorflow.graph.Decoder;
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

  /** Prompt tokens, padding included, that are read at once while other rows wait. */
  private static final int PROMPT_BUDGET = 4096;

  private final String name;
  private final Decoder decoder;
  private final int slots;
  private final BlockingQueue<Generation> waiting;
  private final Rows rows;
  private final Thread thread;
  private @Nullable Generation postponed;
  private volatile boolean closing;
  private volatile boolean ended;

  private Engine(String name, Decoder decoder, TensorFlowOptions options) {
    this.name = name;
    this.decoder = decoder;
    this.slots = options.slots();
    this.waiting = new LinkedBlockingQueue<>(options.waiting());
    this.rows = new Rows(decoder, options.chunk());
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

  Submission submit(Generation generation) {
    if (ended || closing) {
      return Submission.ENDED;
    }
    if (!waiting.offer(generation)) {
      return Submission.OVERLOADED;
    }
    // The engine may have ended in between and will not look again.
    return ended && waiting.remove(generation) ? Submission.ENDED : Submission.ACCEPTED;
  }

  /** Gives a call up; does nothing once it has finished. */
  void cancel(Generation generation) {
    generation.cancel();
    waiting.remove(generation);
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
    List<Generation> arrivals = arrivals();
    List<Generation> concerned = new ArrayList<>(rows.live());
    concerned.addAll(arrivals);
    try {
      if (!arrivals.isEmpty()) {
        rows.admit(arrivals);
      }
      if (!rows.live().isEmpty()) {
        rows.step();
      }
    } catch (RuntimeException e) {
      log.warn("A run of model {} failed; its {} calls fail", name, concerned.size(), e);
      failAll(concerned, "model " + name + " failed: " + e.getMessage(), e);
      rows.clear();
    } catch (Error e) {
      failAll(concerned, "model " + name + " failed: " + e, e);
      throw e;
    }
  }

  /** Takes on as many calls as fit; waits for one if there is nothing else to do. */
  private List<Generation> arrivals() throws InterruptedException {
    int live = rows.live().size();
    List<Generation> arrivals = new ArrayList<>();
    int longest = 0;
    while (live + arrivals.size() < slots) {
      Generation next = next(live + arrivals.size() == 0);
      if (next == null) {
        break;
      }
      if (next.cancelled()) {
        continue;
      }
      int width = Math.max(longest, next.prompt().length);
      if (!arrivals.isEmpty() && width * (arrivals.size() + 1) > PROMPT_BUDGET) {
        postponed = next;
        break;
      }
      longest = width;
      arrivals.add(next);
    }
    return arrivals;
  }

  private @Nullable Generation next(boolean wait) throws InterruptedException {
    Generation first = postponed;
    postponed = null;
    if (first != null) {
      return first;
    }
    return wait ? waiting.take() : waiting.poll();
  }

  private List<Generation> remaining() {
    List<Generation> remaining = new ArrayList<>(rows.live());
    if (postponed != null) {
      remaining.add(postponed);
    }
    waiting.drainTo(remaining);
    return remaining;
  }

  private static void failAll(List<Generation> generations, String message, Throwable cause) {
    generations.forEach(generation -> generation.fail(message, cause));
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
