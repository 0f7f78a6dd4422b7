// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import java.util.random.RandomGenerator;

/** Random numbers of the distributions that the model of the future is made of. */
final class RandomVariates {

  /** Above so many trials a normal distribution stands for the binomial one. */
  private static final int MANY = 24;

  private final RandomGenerator random;

  RandomVariates(RandomGenerator random) {
    this.random = random;
  }

  boolean hit(double probability) {
    return probability >= 1 || random.nextDouble() < probability;
  }

  double uniform() {
    return random.nextDouble();
  }

  /** Beta, as a ratio of gammas. */
  double beta(double a, double b) {
    double x = gamma(a);
    return x / (x + gamma(b));
  }

  /** The hits of so many trials; of many, approximately. */
  double binomial(int trials, double probability) {
    if (trials > MANY) {
      double mean = trials * probability;
      double spread = Math.sqrt(mean * (1 - probability));
      return Math.clamp(Math.rint(mean + spread * random.nextGaussian()), 0.0, trials);
    }
    int hits = 0;
    for (int i = 0; i < trials; i++) {
      hits += hit(probability) ? 1 : 0;
    }
    return hits;
  }

  /** Gamma with scale 1, for a shape of at least 1 (Marsaglia and Tsang 2000). */
  private double gamma(double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
