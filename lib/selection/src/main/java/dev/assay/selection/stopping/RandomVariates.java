// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Random numbers of the distributions that the model of the future is made of. */
final class RandomVariates {

  /** Above so many trials a normal distribution stands for the binomial one. */
  private static final int MANY = 24;

  private final UniformRandomProvider random;
  private final NormalizedGaussianSampler normal;

  RandomVariates(RandomGenerator random) {
    this.random = random::nextLong;
    this.normal = ZigguratSampler.NormalizedGaussian.of(this.random);
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
   * The hits of so many trials; of many, approximately: what makes an exact sampler of many quick
   * is the table that it begins with, and here each rate is drawn from once.
   */
  double binomial(int trials, double probability) {
    if (trials > MANY) {
      double mean = trials * probability;
      double spread = Math.sqrt(mean * (1 - probability));
      return Math.clamp(Math.rint(mean + spread * normal.sample()), 0.0, trials);
    }
    int hits = 0;
    for (int i = 0; i < trials; i++) {
      hits += hit(probability) ? 1 : 0;
    }
    return hits;
  }
}
