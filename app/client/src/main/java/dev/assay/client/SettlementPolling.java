// SPDX-License-Identifier: Apache-2.0
package dev.assay.client;

import dev.assay.contracts.PolicyOverrides;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Waits for what the gateway will know later; a server that is away for a moment is waited for. */
public final class SettlementPolling {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

  /** The deadline settles what is late; after this much more, nobody is working on it. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final AssayClient client;
  private final Duration deadline;

  /**
   * @param deadline of the problems waited for
   */
  public SettlementPolling(AssayClient client, Duration deadline) {
    this.client = client;
    this.deadline = deadline;
  }

  /** Hands a problem in, again and again while the server is busy or away. */
  public String submit(QuestionRequest asked, String key) {
    Wait wait = new Wait("the problem was not taken", deadline);
    while (wait.goesOn()) {
      try {
        return client.submit(asked, key);
      } catch (UnavailableException e) {
        wait.after(e);
      }
    }
    throw wait.given();
  }

  /** The same for a question of whose kind nothing is said. */
  public String submit(String question, PolicyOverrides policy, String key) {
    return submit(new QuestionRequest(question, null, policy), key);
  }

  /** Waits until the problem is settled, and shows each view on the way. */
  public ProblemView await(String id, Consumer<ProblemView> watcher) {
    Wait wait = new Wait("problem " + id + " was not settled", deadline.plus(GRACE));
    while (wait.goesOn()) {
      try {
        ProblemView view = client.problem(id);
        watcher.accept(view);
        if (view.settled()) {
          return view;
        }
        wait.pause(POLL);
      } catch (UnavailableException e) {
        wait.after(e);
      }
    }
    throw wait.given();
  }

  /** Waits until the gateway has recorded all that was done for the problem. */
  public JsonNode evidence(String id) {
    Wait wait =
        new Wait("the evidence of problem " + id + " was not complete", deadline.plus(GRACE));
    while (wait.goesOn()) {
      try {
        JsonNode evidence = client.evidence(id);
        if (evidence.path("complete").asBoolean(false)) {
          return evidence;
        }
        wait.pause(POLL);
      } catch (UnavailableException e) {
        wait.after(e);
      }
    }
    throw wait.given();
  }

  /** How long one thing is waited for, and what stood in its way last. */
  private static final class Wait {

    private final String complaint;
    private final Duration limit;
    private final long end;
    private Duration backOff = POLL;
    private String trouble = "";

    Wait(String complaint, Duration limit) {
      this.complaint = complaint;
      this.limit = limit;
      this.end = System.nanoTime() + limit.toNanos();
    }

    boolean goesOn() {
      return System.nanoTime() - end < 0;
    }

    void after(UnavailableException e) {
      trouble = ": " + e.getMessage();
      Duration longer = backOff.multipliedBy(2);
      backOff = longer.compareTo(LONGEST_BACK_OFF) < 0 ? longer : LONGEST_BACK_OFF;
      pause(e.retryAfter().compareTo(backOff) > 0 ? e.retryAfter() : backOff);
    }

    /** Not beyond the end, whatever a server asks for. */
    void pause(Duration time) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      try {
        Thread.sleep(time.compareTo(left) < 0 ? time : left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new NotSettledException(complaint + ": interrupted");
      }
    }

    NotSettledException given() {
      return new NotSettledException(complaint + " within " + limit.toSeconds() + " s" + trouble);
    }
  }
}
