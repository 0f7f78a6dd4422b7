// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import dev.assay.embedded.grammar.ObjectShuffle.Swap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of one object from hand to hand. A solution walks it back from the person asked about to
 * the first holder, a verification forward from the holder that the solution claims.
 *
 * @param holders counted from 0: at the start, then after each swap in order of time
 */
record TrackingTrace(List<Integer> holders) {

  TrackingTrace {
    holders = List.copyOf(holders);
  }

  /** Reads the lines of a solution; {@code AC=C} says that C has the object before that swap. */
  static Optional<TrackingTrace> back(ObjectShuffle shuffle, List<String> lines) {
    return walked(shuffle, shuffle.swaps().reversed(), shuffle.asked(), lines)
        .map(holders -> new TrackingTrace(holders.reversed()));
  }

  /** Reads the lines of a verification; {@code AC=C} says that C has the object after that swap. */
  static Optional<TrackingTrace> forward(ObjectShuffle shuffle, int first, List<String> lines) {
    return walked(shuffle, shuffle.swaps(), first, lines).map(TrackingTrace::new);
  }

  /** Lines that break off, leave a swap out or contradict themselves are no way. */
  private static Optional<List<Integer>> walked(
      ObjectShuffle shuffle, List<Swap> swaps, int from, List<String> lines) {
    if (lines.size() != swaps.size() + 1) {
      return Optional.empty();
    }
    List<Integer> holders = new ArrayList<>(List.of(from));
    for (int i = 0; i < swaps.size(); i++) {
      shuffle.holder(swaps.get(i), lines.get(i)).ifPresent(holders::add);
    }
    return holders.size() == lines.size()
            && shuffle.numbered(lines.getLast()).equals(Optional.of(holders.getLast()))
        ? Optional.of(holders)
        : Optional.empty();
  }

  /** Who has the object after that many swaps. */
  int holder(int swaps) {
    return holders.get(swaps);
  }

  /** Who has it at the end. */
  int last() {
    return holders.getLast();
  }

  /**
   * The first swap in time, from 1, after which the other way has the object elsewhere. If both
   * begin alike, one of them is wrong about that swap; later ones cannot be compared. So of several
   * errors in a solution this is the one nearest to the start in time, which need not be the first
   * that it wrote.
   *
   * @param other a way that ends elsewhere
   */
  int parting(TrackingTrace other) {
    int swap = 1;
    while (holder(swap) == other.holder(swap)) {
      swap++;
    }
    return swap;
  }
}
