// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.selection.scoring.Exclusion;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which groups exclude each other: those of which some member's answer is known to differ from some
 * member's of the other.
 *
 * @param of for each group the places of the groups that differ from it
 */
record Differences(List<BitSet> of) implements Exclusion {

  /** As the members' comparisons left it. */
  static Differences among(List<AnswerGroupSums> groups) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      for (FinalSolution member : groups.get(i).all()) {
        places.put(member.attempt(), i);
      }
    }
    Differences differences = new Differences(groups.stream().map(_ -> new BitSet()).toList());
    for (int i = 0; i < groups.size(); i++) {
      for (int attempt : groups.get(i).differsFrom()) {
        differences.add(i, places.getOrDefault(attempt, i));
      }
    }
    return differences;
  }

  private void add(int group, int other) {
    of.get(group).set(other);
    of.get(other).set(group);
  }

  /** Groups that are yet to come, as a forecast draws them, are taken for different ones. */
  @Override
  public boolean between(int group, int other) {
    return Math.max(group, other) >= of.size() || of.get(group).get(other);
  }
}
