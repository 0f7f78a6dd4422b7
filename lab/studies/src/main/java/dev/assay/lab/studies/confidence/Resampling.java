// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Draws with replacement, so that the rows are a population of which everything is known. */
final class Resampling {

  private Resampling() {}

  /** Half as many rows as there are. */
  static <T> List<T> half(List<T> rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> rows.get(random.nextInt(rows.size())))
        .limit(rows.size() / 2)
        .toList();
  }
}
