// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;

/** Random numbers of the distributions that the model of the future is made of. */
final class RandomVariates {

  private final UniformRandomProvider random;

  RandomVariates(RandomGenerator random) {
    this.random = random::nextLong;
  }

  boolean hit(double probability) {
    return probability >= 1 || random.nextDouble() < probability;
  }

  double uniform() {
    return random.nextDouble();
  }

  /** Both parameters above 0. */
  double beta(double a, double b) {
    return ChengBetaSampler.of(random, a, b).sample();
  }

  /**
   * The hits of so many trials. One by one: what makes a sampler of many quick is the table that it
   * begins with, and here each rate is drawn from once.
   */
  int binomial(int trials, double probability) {
    int hits = 0;
    for (int i = 0; i < trials; i++) {
      hits += hit(probability) ? 1 : 0;
    }
    return hits;
  }
}
