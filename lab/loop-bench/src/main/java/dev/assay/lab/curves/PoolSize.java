// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.lab.draws.pool.PoolSettings;
import java.util.stream.IntStream;

/**
 * How large the grids of a pool can be.
 *
 * @param attempts N, at most
 * @param verifications M, at most
 * @param revisions R, at most
 */
public record PoolSize(int attempts, int verifications, int revisions) {

  /** The loop that everything is compared with, where the pool is large enough for it. */
  private static final int LOOP_ATTEMPTS = 8;

  private static final int LOOP_VERIFICATIONS = 4;

  static PoolSize of(PoolSettings settings) {
    return new PoolSize(settings.attempts(), settings.verifications(), settings.revisions());
  }

  GridSize loop() {
    return GridSize.guided(
        Math.min(LOOP_ATTEMPTS, attempts), Math.min(LOOP_VERIFICATIONS, verifications), revisions);
  }

  /**
   * Drafts of a problem, so that a vote can cost what the loop costs at most: for each attempt a
   * draft and its critique, the same for each revision, and the verdicts.
   */
  public int votes() {
    GridSize loop = loop();
    int calls = 2 * (1 + loop.revisions()) + loop.verifications();
    return Math.max(attempts, loop.attempts() * calls);
  }

  /** 1, 2, 4 and so on, up to N. */
  int[] someAttempts() {
    return powers(attempts);
  }

  /** 1, 2, 4 and so on, up to M. */
  int[] someVerifications() {
    return powers(verifications);
  }

  static int[] powers(int most) {
    return IntStream.iterate(1, value -> value <= most, value -> 2 * value).toArray();
  }
}
