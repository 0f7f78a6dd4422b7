// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import dev.assay.reasoning.style.Shuffle.Swap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of one object, walked from the last swap back to the first: whoever is asked about holds
 * it at the end, and each line {@code AC=C} says who held it before that swap. A derivation goes
 * forward and keeps all objects in view, so the errors of the two fall on different questions.
 *
 * @param holders counted from 0: at the start, then after each swap in order of time
 */
record TrackingTrace(Shuffle shuffle, List<Integer> holders) {

  TrackingTrace {
    holders = List.copyOf(holders);
  }

  /**
   * Reads the lines of a reply; one that breaks off, leaves a swap out or contradicts itself is no
   * trace.
   */
  static Optional<TrackingTrace> of(Shuffle shuffle, List<String> lines) {
    List<Swap> swaps = shuffle.swaps();
    if (lines.size() != swaps.size() + 1) {
      return Optional.empty();
    }
    List<Integer> backwards = new ArrayList<>(List.of(shuffle.asked()));
    for (int i = 0; i < swaps.size(); i++) {
      holder(shuffle, swaps.get(swaps.size() - 1 - i), lines.get(i)).ifPresent(backwards::add);
    }
    boolean whole = backwards.size() == lines.size();
    // Person A held object 1 at the start.
    return whole && shuffle.answered(lines.getLast()).equals(Optional.of(backwards.getLast()))
        ? Optional.of(new TrackingTrace(shuffle, backwards.reversed()))
        : Optional.empty();
  }

  private static Optional<Integer> holder(Shuffle shuffle, Swap swap, String line) {
    for (int person = 0; person < shuffle.people(); person++) {
      if (line.equals(swap.text() + "=" + Shuffle.letter(person))) {
        return Optional.of(person);
      }
    }
    return Optional.empty();
  }

  /** The object, counted from 0, that the trace ends at: the answer. */
  int object() {
    return holders.getFirst();
  }

  /** Who holds that object after a swap, both counted from 0. */
  int holder(int swap) {
    return holders.get(swap + 1);
  }

  /**
   * The first line that cannot be right if the trace is: the first that is not about its swap, or
   * that gives the object to somebody other than the trace does at that time. An earlier line may
   * be wrong about other objects; a trace of one object has no say in those. If the trace agrees
   * with the line of every swap, it is the line behind them, the answer.
   *
   * @param claimed lines of a derivation with another answer
   */
  int firstContradicted(List<String> claimed) {
    int agreeing = 0;
    while (agreeing < Math.min(claimed.size(), shuffle.swaps().size())
        && agrees(agreeing, claimed.get(agreeing))) {
      agreeing++;
    }
    return agreeing;
  }

  private boolean agrees(int swap, String claim) {
    return TrackingState.of(shuffle, claim)
        .filter(state -> state.swap().equals(shuffle.swaps().get(swap)))
        .filter(state -> state.object(holder(swap)) == object())
        .isPresent();
  }
}
