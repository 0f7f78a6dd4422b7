// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.text.WorkBudget;
import java.util.Arrays;
import java.util.BitSet;

/** Finds out whether each can have a partner of its own: by augmenting paths (H. Kuhn, 1955). */
final class Matching {

  private final BitSet[] partners;
  private final int[] taken;

  private Matching(BitSet[] partners) {
    this.partners = partners;
    this.taken = new int[partners.length];
    Arrays.fill(taken, -1);
  }

  /**
   * @param partners whom each of the left may have of the right, as many as they are
   */
  static boolean isPerfect(BitSet[] partners) {
    Matching matching = new Matching(partners);
    for (int i = 0; i < partners.length; i++) {
      if (!matching.place(i, new BitSet())) {
        return false;
      }
    }
    return true;
  }

  private boolean place(int left, BitSet seen) {
    for (int j = partners[left].nextSetBit(0); j >= 0; j = partners[left].nextSetBit(j + 1)) {
      WorkBudget.spend(1);
      if (!seen.get(j)) {
        seen.set(j);
        if (taken[j] < 0 || place(taken[j], seen)) {
          taken[j] = left;
          return true;
        }
      }
    }
    return false;
  }
}
