// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

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
    SplittableRandom random = new SplittableRandom(seed);
    DrawOrder shuffle = none(problem, verdicts);
    shuffle(shuffle.attempts, random);
    for (int[] each : shuffle.verdicts) {
      shuffle(each, random);
    }
    shuffle(shuffle.votes, random);
    return shuffle;
  }

  private static int[] inOrder(int count) {
    return IntStream.range(0, count).toArray();
  }

  /** Fisher and Yates: every order is equally likely. */
  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }
}
