// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.stopping;

import dev.assay.selection.stopping.VerificationState;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.ArraySampler;

/**
 * The results of all calls that a problem could make, and which answer is right.
 *
 * @param right the groups of right answers; more than one where equal ones were not joined
 * @param groups of each attempt, its answer group, or -1 where it states no answer
 * @param tokens of each attempt, its length
 * @param calls of each attempt, what it took before its first verdict
 * @param verdicts of each attempt, its verdicts from 0 to 1, NaN where one cannot be read
 */
public record RecordedCalls(
    Set<Integer> right, int[] groups, int[] tokens, int[] calls, double[][] verdicts) {

  public RecordedCalls {
    right = Set.copyOf(right);
    if (groups.length != tokens.length
        || groups.length != calls.length
        || groups.length != verdicts.length) {
      throw new IllegalArgumentException(
          "attempts: %d, %d, %d and %d (expected: the same)"
              .formatted(groups.length, tokens.length, calls.length, verdicts.length));
    }
  }

  /** Where an attempt is one call. */
  public RecordedCalls(Set<Integer> right, int[] groups, int[] tokens, double[][] verdicts) {
    this(right, groups, tokens, ones(groups.length), verdicts);
  }

  private static int[] ones(int count) {
    int[] ones = new int[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  public int attempts() {
    return groups.length;
  }

  /** The same attempts in an order of chance, so that no rule can profit from the recorded one. */
  public RecordedCalls shuffled(long seed) {
    int[] order = IntStream.range(0, attempts()).toArray();
    ArraySampler.shuffle(new SplittableRandom(seed)::nextLong, order);
    return new RecordedCalls(
        right,
        Arrays.stream(order).map(i -> groups[i]).toArray(),
        Arrays.stream(order).map(i -> tokens[i]).toArray(),
        Arrays.stream(order).map(i -> calls[i]).toArray(),
        Arrays.stream(order).mapToObj(i -> verdicts[i]).toArray(double[][]::new));
  }

  /** An attempt whose first {@code returned} verdicts have come. */
  VerificationState judged(int attempt, int group, int asked, int returned) {
    int readable = 0;
    double passes = 0;
    for (int m = 0; m < returned; m++) {
      double verdict = verdicts[attempt][m];
      readable += Double.isNaN(verdict) ? 0 : 1;
      passes += Double.isNaN(verdict) ? 0 : verdict;
    }
    return new VerificationState(
        group, asked, returned, readable, Math.min(passes, readable), true, tokens[attempt]);
  }
}
