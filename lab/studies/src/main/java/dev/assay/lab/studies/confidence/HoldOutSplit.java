// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Rows split at random into a half to fit on and a half to measure on, a problem in one of them.
 *
 * @param fit the first half
 * @param held what fitting does not see
 */
record HoldOutSplit<T>(List<T> fit, List<T> held) {

  static <T> HoldOutSplit<T> of(List<T> rows, long seed) {
    List<T> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    int half = shuffled.size() / 2;
    return new HoldOutSplit<>(shuffled.subList(0, half), shuffled.subList(half, shuffled.size()));
  }

  /** The figure for each of so many splits. */
  static <T, R> List<R> each(int splits, List<T> rows, Function<HoldOutSplit<T>, R> figure) {
    return IntStream.range(0, splits).mapToObj(seed -> figure.apply(of(rows, seed))).toList();
  }

  HoldOutSplit<T> swapped() {
    return new HoldOutSplit<>(held, fit);
  }
}
