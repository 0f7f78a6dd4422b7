// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.ProblemId;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Draws UUIDs of version 7: they begin with the time, so that new problems sit side by side in
 * every index.
 */
final class ProblemIds {

  private final RandomGenerator random;

  ProblemIds(RandomGenerator random) {
    this.random = random;
  }

  ProblemId next(Instant now) {
    long millis = now.toEpochMilli();
    long high = millis << 16 | 0x7000 | random.nextInt(1 << 12);
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new ProblemId(new UUID(high, low));
  }
}
