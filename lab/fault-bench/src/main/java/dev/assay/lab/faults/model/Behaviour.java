// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.model;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What the server does with a call.
 *
 * @param kind what comes of it
 * @param millis how long it takes until then
 */
record Behaviour(Kind kind, long millis) {

  private static final int SHORTEST = 50;
  private static final int LONGEST = 400;
  private static final int SLOW = 2500;

  /** How long a caller is to wait for a reply. */
  static final Duration CLIENT_PATIENCE = Duration.ofSeconds(10);

  /** What stalls does so for longer. */
  private static final long STALL = CLIENT_PATIENCE.plusSeconds(2).toMillis();

  /** What may come of a call. */
  enum Kind {
    WELL,
    GARBAGE,
    TOO_MANY,
    ERROR,
    CUT,
    STALL
  }

  /** A calm server's: everything goes well, at the usual speed. */
  static Behaviour calm(SplittableRandom random) {
    return new Behaviour(Kind.WELL, random.nextInt(SHORTEST, LONGEST));
  }

  /** Of a hundred calls about ninety go well; a few of these are slow. */
  static Behaviour unruly(SplittableRandom random) {
    int draw = random.nextInt(200);
    long usual = random.nextInt(SHORTEST, LONGEST);
    if (draw < 6) {
      return new Behaviour(Kind.TOO_MANY, usual);
    } else if (draw < 12) {
      return new Behaviour(Kind.ERROR, usual);
    } else if (draw < 15) {
      return new Behaviour(Kind.CUT, usual);
    } else if (draw < 16) {
      return new Behaviour(Kind.STALL, STALL);
    } else if (draw < 20) {
      return new Behaviour(Kind.GARBAGE, usual);
    }
    return new Behaviour(Kind.WELL, draw < 30 ? SLOW : usual);
  }
}
