// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.game24;

import java.util.List;

/** A puzzle and what was recorded for it. */
record Game24Puzzle(List<Sample> samples) {

  Game24Puzzle {
    samples = List.copyOf(samples);
  }

  /**
   * @param answer the exact truth
   * @param recorded whether the published evaluation counted it
   * @param value the recorded value of the state, 20 for each "sure", 1 for each "likely", 0.001
   *     for each "impossible" of three calls; 0 where there is none
   */
  record Sample(Game24Answer answer, boolean recorded, double value) {
    boolean solved() {
      return answer == Game24Answer.SOLVED;
    }

    boolean agrees() {
      return solved() == recorded;
    }
  }

  int solved() {
    return (int) samples.stream().filter(Sample::solved).count();
  }

  double mean() {
    return solved() / (double) samples.size();
  }

  double any() {
    return solved() > 0 ? 1 : 0;
  }

  /** The share of right ones among the samples of the highest value. */
  double bestByValue() {
    double best = samples.stream().mapToDouble(Sample::value).max().orElse(0);
    return samples.stream()
        .filter(sample -> sample.value() == best)
        .mapToDouble(sample -> sample.solved() ? 1 : 0)
        .average()
        .orElse(0);
  }

  double first() {
    return samples.getFirst().solved() ? 1 : 0;
  }
}
