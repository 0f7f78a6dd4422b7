// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.surface;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.GuideTableDiscreteSampler;

/** Random numbers of the distributions that the simulation draws from. */
record SimulationRandom(UniformRandomProvider random) {

  boolean hit(double probability) {
    return random.nextDouble() < probability;
  }

  /** Beta with this mean; the larger the concentration, the closer to it. */
  double around(double mean, double concentration) {
    return beta(mean * concentration, (1 - mean) * concentration);
  }

  double beta(double a, double b) {
    return ChengBetaSampler.of(random, a, b).sample();
  }

  /** Places, with probabilities in proportion to gamma weights of this shape. */
  DiscreteSampler places(int count, double shape) {
    double[] weights =
        AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).samples(count).toArray();
    return GuideTableDiscreteSampler.of(random, weights);
  }
}
