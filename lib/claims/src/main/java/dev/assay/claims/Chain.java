// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import java.util.List;

/**
 * A chain of equal sides with letters before it: {@code A - B = 14 - 2 = 12}.
 *
 * @param letters what stands before the first equals sign, one letter, number, operator or bracket
 *     each
 * @param from the index of its first token
 * @param sides the sides with numbers only, at least one
 */
record Chain(List<String> letters, int from, List<Side> sides) {

  Chain {
    letters = List.copyOf(letters);
    sides = List.copyOf(sides);
  }

  Side first() {
    return sides.getFirst();
  }

  Side last() {
    return sides.getLast();
  }

  /** Whether it says what a letter stands for. */
  boolean defines() {
    return letters.size() == 1;
  }

  String name() {
    return letters.getFirst();
  }
}
