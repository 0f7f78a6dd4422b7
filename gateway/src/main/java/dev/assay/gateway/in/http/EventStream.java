// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import dev.assay.gateway.core.ProblemChanges;
import dev.assay.gateway.core.Problems;
import dev.assay.gateway.core.RecordedEvent;
import dev.assay.gateway.core.Refusal;
import dev.assay.gateway.core.SharedLook;
import dev.assay.gateway.core.StoredProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client what happens to a problem while it happens. It reads the record and not the topic,
 * so that every replica can serve every client and resume where another left off.
 */
public final class EventStream {

  /** Looks in vain, after which to look whether the problem is still there. */
  private static final int QUIET_LOOKS = 10;

  private final Problems problems;
  private final ProblemChanges changes;
  private final SharedLook look;
  private final InstantSource clock;
  private final Duration heartbeat;
  private final Duration evidenceGrace;

  public EventStream(
      Problems problems,
      ProblemChanges changes,
      SharedLook look,
      InstantSource clock,
      Duration heartbeat,
      Duration evidenceGrace) {
    this.problems = problems;
    this.changes = changes;
    this.look = look;
    this.clock = clock;
    this.heartbeat = heartbeat;
    this.evidenceGrace = evidenceGrace;
  }

  /**
   * Returns when there is nothing more to tell.
   *
   * @throws IOException when the client has left
   */
  void serve(StoredProblem problem, @Nullable String lastEventId, HttpServletResponse response)
      throws IOException {
    long seen = seq(lastEventId);
    if (lastEventId != null && seen >= problem.lastSeq() && problem.complete()) {
      // By the standard this tells a browser to stop reconnecting.
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    SseWriter out = SseWriter.open(response, clock);
    try (ProblemChanges.Watch watch = changes.watch(problem.problem().id())) {
      tell(problem, seen, out);
      follow(problem, out, watch);
    }
  }

  /** A page at a time: a problem may have more events than memory holds. */
  private void tell(StoredProblem problem, long after, SseWriter out) throws IOException {
    List<RecordedEvent> page = problems.events(problem, after);
    while (!page.isEmpty()) {
      out.events(page);
      page = problems.events(problem, page.getLast().seq());
    }
    out.progress(problem.progress());
  }

  private void follow(StoredProblem problem, SseWriter out, ProblemChanges.Watch watch)
      throws IOException {
    StoredProblem known = problem;
    boolean news = true;
    int quiet = 0;
    @Nullable Instant settled = null;
    while (!changes.stopped() && !Thread.currentThread().isInterrupted()) {
      if (known.settled() && settled == null) {
        settled = clock.instant();
      }
      // What no answer counts may still come just after it: done is said when nothing more does.
      boolean ended = (known.complete() && !news) || (settled != null && late(settled));
      if (ended || isGone(known, quiet)) {
        out.done(known.complete());
        return;
      }
      out.beat(heartbeat);
      watch.await(look.poll());
      StoredProblem before = known;
      known = look.newer(watch, before.problem(), before.lastSeq()).orElse(before);
      news = known.lastSeq() > before.lastSeq();
      quiet = news ? 0 : quiet + 1;
      if (news) {
        tell(known, before.lastSeq(), out);
      }
    }
  }

  /** What is deleted has no news, and no end either. */
  private boolean isGone(StoredProblem known, int quiet) {
    return quiet % QUIET_LOOKS == QUIET_LOOKS - 1 && problems.find(known.problem().id()).isEmpty();
  }

  /** Evidence that was lost would otherwise keep the client waiting for ever. */
  private boolean late(Instant settled) {
    return clock.instant().isAfter(settled.plus(evidenceGrace));
  }

  private static long seq(@Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return 0;
    }
    if (!lastEventId.strip().matches("[0-9]{1,18}")) {
      throw Refusal.invalid(
          "Last-Event-ID: " + ProblemDetails.shown(lastEventId) + " (expected: a number)");
    }
    return Long.parseLong(lastEventId.strip());
  }
}
