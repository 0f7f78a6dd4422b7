// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.client.AssayClient;
import dev.assay.client.ProblemView;
import dev.assay.client.QuestionRequest;
import dev.assay.client.RefusedException;
import dev.assay.client.SettlementPolling;
import dev.assay.client.UnavailableException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One question on its way. If the process is asked to end first, the problem is given up: nobody
 * waits for it, and its calls would be paid for all the same.
 */
final class AskRun {

  /** The end of the process waits so long for the loop to hear of it, and no longer. */
  private static final int MOST_LOOKS = 20;

  private static final Duration LOOK = Duration.ofMillis(100);

  private enum State {
    NEW,
    OPEN,
    DONE,
    CANCELLED
  }

  private final AssayClient client;
  private final QuestionRequest asked;
  private final String key = UUID.randomUUID().toString();
  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);

  AskRun(AssayClient client, QuestionRequest asked) {
    this.client = client;
    this.asked = asked;
  }

  /**
   * Waits for the answer.
   *
   * @param deadline of the problem
   * @param watcher is shown how far it is
   * @throws SystemFailedException if it was given up meanwhile
   */
  ProblemView answer(Duration deadline, Consumer<ProblemView> watcher) {
    state.compareAndSet(State.NEW, State.OPEN);
    SettlementPolling settling = new SettlementPolling(client, deadline);
    String id = submitted(settling);
    ProblemView view =
        settling.await(
            id,
            seen -> {
              if (state.get() == State.OPEN) {
                watcher.accept(seen);
              }
            });
    if (!state.compareAndSet(State.OPEN, State.DONE)) {
      throw new SystemFailedException("given up: the process was asked to end");
    }
    return view;
  }

  /** What the server does not take is no problem of it: there is nothing to give up then. */
  private String submitted(SettlementPolling settling) {
    try {
      return settling.submit(asked, key);
    } catch (RefusedException e) {
      state.compareAndSet(State.OPEN, State.DONE);
      throw e;
    }
  }

  /** Gives the problem up, unless it is settled; the same key finds it even before its reply. */
  void cancel() {
    if (!state.compareAndSet(State.OPEN, State.CANCELLED)) {
      return;
    }
    try {
      String id = client.submit(asked, key);
      client.cancel(id);
      for (int look = 0; look < MOST_LOOKS && !client.problem(id).settled(); look++) {
        Thread.sleep(LOOK);
      }
      System.err.println("assay: given up, problem " + id + " is cancelled");
    } catch (RefusedException | UnavailableException e) {
      System.err.println("assay: the problem could not be cancelled: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
