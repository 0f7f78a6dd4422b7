// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import dev.assay.contracts.ProblemId;
import dev.assay.gateway.core.Changes;
import dev.assay.gateway.core.History;
import dev.assay.gateway.core.Problems;
import dev.assay.gateway.core.RecordedEvent;
import dev.assay.gateway.core.Refusal;
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

  private final Problems problems;
  private final Changes changes;
  private final InstantSource clock;
  private final Duration poll;
  private final Duration heartbeat;
  private final Duration evidenceGrace;

  public EventStream(
      Problems problems,
      Changes changes,
      InstantSource clock,
      Duration poll,
      Duration heartbeat,
      Duration evidenceGrace) {
    this.problems = problems;
    this.changes = changes;
    this.clock = clock;
    this.poll = poll;
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
    History history = new History(problem);
    List<RecordedEvent> before = problems.events(problem.problem().id(), 0);
    before.forEach(each -> history.add(each.event()));
    List<RecordedEvent> fresh = before.stream().filter(each -> each.seq() > seen).toList();
    if (lastEventId != null && fresh.isEmpty() && history.complete()) {
      // By the standard this tells a browser to stop reconnecting.
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    SseWriter out = SseWriter.open(response, clock);
    out.events(fresh);
    out.progress(history);
    try (Changes.Watch watch = changes.watch(problem.problem().id())) {
      follow(problem.problem().id(), before.size(), history, out, watch);
    }
  }

  private void follow(ProblemId id, long last, History history, SseWriter out, Changes.Watch watch)
      throws IOException {
    long seen = last;
    @Nullable Instant settled = null;
    while (!changes.stopped() && !Thread.currentThread().isInterrupted()) {
      List<RecordedEvent> fresh = problems.events(id, seen);
      if (!fresh.isEmpty()) {
        fresh.forEach(each -> history.add(each.event()));
        seen = fresh.getLast().seq();
        out.events(fresh);
        out.progress(history);
      }
      if (history.settled() && settled == null) {
        settled = clock.instant();
      }
      if (history.complete() || (settled != null && late(settled))) {
        out.done(history);
        return;
      }
      out.beat(heartbeat);
      watch.await(poll);
    }
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
      throw Refusal.invalid("Last-Event-ID: " + lastEventId + " (expected: a number)");
    }
    return Long.parseLong(lastEventId.strip());
  }
}
