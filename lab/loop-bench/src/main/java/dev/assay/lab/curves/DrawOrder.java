// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;

/**
 * An order of a problem's attempts, of the verdicts on each, and of its votes. What comes first in
 * it is drawn: a small grid is part of every larger one, so that they differ by what is added.
 */
record DrawOrder(int[] attempts, int[][] verdicts, int[] votes) {

  /** In the order in which they were drawn from the models. */
  static DrawOrder none(PooledCase problem, int verdicts) {
    return new DrawOrder(
        inOrder(problem.lines().size()),
        IntStream.range(0, problem.lines().size())
            .mapToObj(_ -> inOrder(verdicts))
            .toArray(int[][]::new),
        inOrder(problem.votes().groups().length));
  }

  /** The same seed gives the same order. */
  static DrawOrder of(PooledCase problem, int verdicts, long seed) {
    UniformRandomProvider random = new SplittableRandom(seed)::nextLong;
    DrawOrder order = none(problem, verdicts);
    ArraySampler.shuffle(random, order.attempts);
    for (int[] each : order.verdicts) {
      ArraySampler.shuffle(random, each);
    }
    ArraySampler.shuffle(random, order.votes);
    return order;
  }

  private static int[] inOrder(int count) {
    return IntStream.range(0, count).toArray();
  }
}
