// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.surface;

import java.util.SplittableRandom;

/** Random numbers of the distributions that the simulation draws from. */
record SimulationRandom(SplittableRandom random) {

  boolean hit(double probability) {
    return random.nextDouble() < probability;
  }

  /** Beta with this mean; the larger the concentration, the closer to it. */
  double around(double mean, double concentration) {
    return beta(mean * concentration, (1 - mean) * concentration);
  }

  double beta(double a, double b) {
    double x = gamma(a);
    return x / (x + gamma(b));
  }

  /** A place, with a probability in proportion to its weight. */
  int place(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double ball = random.nextDouble() * sum;
    for (int i = 0; i < weights.length - 1; i++) {
      ball -= weights[i];
      if (ball < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** Gamma with scale 1 (Marsaglia and Tsang 2000; a shape below 1 by their boost). */
  double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
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
