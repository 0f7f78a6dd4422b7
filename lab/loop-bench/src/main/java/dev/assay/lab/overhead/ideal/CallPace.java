// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.ideal;

/**
 * How long calls take, and how many of them at a time.
 *
 * @param millis of a usual call
 * @param slots calls that the server works on at a time, in the order of their arrival; 0 for any
 *     number
 * @param chunks in which a streamed reply comes, evenly over its time; 0 for a reply in one piece
 * @param slowMillis of a slow call
 * @param slowShare how many of the calls are slow, from 0 to 1
 * @param seed which of them
 * @param hung the number of a problem whose first draft takes {@code hungMillis}, or -1
 */
public record CallPace(
    long millis,
    int slots,
    int chunks,
    long slowMillis,
    double slowShare,
    long seed,
    int hung,
    long hungMillis) {

  /** All calls alike. */
  public static CallPace even(long millis, int slots, int chunks) {
    return new CallPace(millis, slots, chunks, millis, 0, 0, -1, 0);
  }

  /** With a share of slow calls. */
  public CallPace withSlow(long slow, double share, long which) {
    return new CallPace(millis, slots, chunks, slow, share, which, hung, hungMillis);
  }

  /** With a problem whose first draft hangs for a while. */
  public CallPace withHung(int problem, long time) {
    return new CallPace(millis, slots, chunks, slowMillis, slowShare, seed, problem, time);
  }

  /** What this call takes, in milliseconds. */
  public long millis(PacedCall call) {
    if (call.problem() == hung
        && call.attempt() == 0
        && call.stage() == CallStage.DRAFT
        && call.index() == 0) {
      return hungMillis;
    }
    return slowShare > 0 && call.draw(seed) < slowShare ? slowMillis : millis;
  }

  /** Slots as a number to compare with. */
  public int places() {
    return slots == 0 ? Integer.MAX_VALUE : slots;
  }
}
