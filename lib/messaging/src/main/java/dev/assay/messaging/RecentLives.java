// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.util.Map;

/**
 * How far the pieces of work seen lately have come, up to a number of them: the oldest makes room
 * for the newest. A record of a call before that is a duplicate. Safe for threads.
 */
final class RecentLives {

  private static final int ENDED = Integer.MAX_VALUE;

  private final Map<String, Integer> reached;

  RecentLives(int most) {
    this.reached = RecentEntries.map(most);
  }

  /** Whether a call was made before, or all is over. */
  boolean isPast(String life, int call) {
    return reached.getOrDefault(life, 0) > call;
  }

  boolean isOver(String life) {
    return isPast(life, ENDED - 1);
  }

  /** The next call to be made is this one. */
  void reach(String life, int call) {
    if (call > 0) {
      reached.merge(life, call, Math::max);
    }
  }

  void end(String life) {
    reached.put(life, ENDED);
  }
}
