// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.lab.statistics.Bootstrap;
import dev.assay.lab.statistics.Interval;
import java.util.Arrays;
import java.util.List;

/**
 * What rounds of refinement make of attempts.
 *
 * @param attempts how many there are
 * @param right the share of them that is right, resampled by problem
 * @param calls of an attempt, the mean
 */
record Refinement(long attempts, Interval right, double calls) {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(2000, 19);

  /** Of all attempts. */
  static Refinement all(PooledCases cases, int rounds, RefinementMode route) {
    return of(cases, rounds, route, false);
  }

  /** Of those whose draft the critic flagged. */
  static Refinement flagged(PooledCases cases, int rounds, RefinementMode route) {
    return of(cases, rounds, route, true);
  }

  private static Refinement of(
      PooledCases cases, int rounds, RefinementMode route, boolean flaggedOnly) {
    List<PooledCase> all = cases.all();
    long[] attempts = new long[all.size()];
    long[] right = new long[all.size()];
    long calls = 0;
    for (int i = 0; i < attempts.length; i++) {
      for (PooledCase.Line line : all.get(i).lines()) {
        if (!flaggedOnly || line.guided().size() > 1) {
          Candidate outcome = line.after(rounds, route);
          attempts[i]++;
          right[i] += outcome.group() == all.get(i).right() ? 1 : 0;
          calls += outcome.calls();
        }
      }
    }
    long count = Arrays.stream(attempts).sum();
    return new Refinement(count, share(right, attempts), count == 0 ? 0 : (double) calls / count);
  }

  private static Interval share(long[] right, long[] attempts) {
    return BOOTSTRAP.of(
        attempts.length,
        rows -> {
          double count = Arrays.stream(rows).mapToLong(i -> attempts[i]).sum();
          return count == 0 ? 0 : Arrays.stream(rows).mapToLong(i -> right[i]).sum() / count;
        });
  }
}
