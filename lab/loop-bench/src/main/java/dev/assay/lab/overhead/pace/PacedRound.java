// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.pace;

import dev.assay.lab.overhead.ideal.CallPace;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** All that belongs to one pace: its slots, what was said, and what was counted. */
final class PacedRound {

  private final CallPace pace;
  private final PacedReplies replies = new PacedReplies();
  private final Semaphore slots;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong brokenOff = new AtomicLong();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  PacedRound(CallPace pace) {
    this.pace = pace;
    this.slots = new Semaphore(pace.places(), true);
  }

  /** Gives out a reply piece by piece. */
  interface Outlet {

    /**
     * @throws IOException if nobody listens any more
     */
    void say(String piece, boolean last) throws IOException;
  }

  /** Answers, as slowly as the pace wants it. */
  void answer(String prompt, boolean streamed, Outlet outlet)
      throws IOException, InterruptedException {
    calls.incrementAndGet();
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      PacedReplies.Said said = replies.to(prompt);
      slots.acquire();
      try {
        say(said, streamed ? Math.max(1, pace.chunks()) : 1, outlet);
      } finally {
        slots.release();
      }
    } catch (IOException e) {
      brokenOff.incrementAndGet();
      throw e;
    } finally {
      running.decrementAndGet();
    }
  }

  private void say(PacedReplies.Said said, int pieces, Outlet outlet)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long nanos = pace.millis(said.call()) * 1_000_000;
    int length = said.text().length();
    for (int piece = 1; piece <= pieces; piece++) {
      // Until an absolute time: what the pieces cost must not add up.
      Thread.sleep(Duration.ofNanos(start + nanos * piece / pieces - System.nanoTime()));
      int from = length * (piece - 1) / pieces;
      outlet.say(said.text().substring(from, length * piece / pieces), piece == pieces);
    }
  }

  PacedCounts counts() {
    return new PacedCounts(calls.get(), most.get(), brokenOff.get());
  }

  CallPace pace() {
    return pace;
  }
}
