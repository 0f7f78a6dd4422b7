// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import dev.assay.reasoning.style.Shuffle.Swap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line claims: who holds what after a swap. {@code AC=321} has A hold object 3, B object 2
 * and C object 1. A claim may be false, and even give one object to two people.
 *
 * @param held a digit, from 1, for each person
 */
record TrackingState(Swap swap, String held) {

  private static final Pattern STATE = Pattern.compile("([A-G])([A-G])=([1-7]{1,7})");

  /** Reads a line of the language, or is empty if the problem has no such people or objects. */
  static Optional<TrackingState> of(Shuffle shuffle, String line) {
    Matcher state = STATE.matcher(line);
    return state.matches()
        ? Optional.of(new TrackingState(swap(state), state.group(3)))
            .filter(each -> each.fits(shuffle))
        : Optional.empty();
  }

  private static Swap swap(Matcher state) {
    return new Swap(person(state.group(1)), person(state.group(2)));
  }

  private static int person(String letter) {
    return letter.charAt(0) - Shuffle.letter(0);
  }

  private boolean fits(Shuffle shuffle) {
    int size = shuffle.people();
    return swap.one() < size
        && swap.other() < size
        && held.length() == size
        && held.chars().allMatch(digit -> digit - '1' < size);
  }

  /** The object that a person holds, both counted from 0. */
  int object(int person) {
    return held.charAt(person) - '1';
  }
}
