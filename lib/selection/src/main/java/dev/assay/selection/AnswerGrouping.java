// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static java.util.Objects.requireNonNull;

import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.AnswerEquality.Pairs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings answers into groups as they come. Groups are the connected components of {@code equal}, so
 * an answer may join two of them into one. Answers that have a group are not compared with one
 * another again; a pair of different groups has been compared member by member in the end, whatever
 * the order in which they came, so the groups and what is known to differ do not depend on it.
 */
final class AnswerGrouping {

  private final List<FinalSolution> answered;
  private final Pairs pairs;

  /** Of each solution, by its place. */
  private final int[] groups;

  private final List<Set<Integer>> differences = new ArrayList<>();

  private AnswerGrouping(List<FinalSolution> answered, Pairs pairs) {
    this.answered = answered;
    this.pairs = pairs;
    this.groups = new int[answered.size()];
  }

  /**
   * The same solutions, each with its group.
   *
   * @param answered those that state an answer, in the order of their attempts
   */
  static List<FinalSolution> complete(List<FinalSolution> answered, AnswerEquality equality) {
    if (answered.stream().allMatch(each -> each.membership() != null)) {
      return answered;
    }
    List<String> texts = answered.stream().map(each -> requireNonNull(each.answer())).toList();
    return new AnswerGrouping(answered, equality.over(texts)).complete();
  }

  private List<FinalSolution> complete() {
    List<Integer> entered = new ArrayList<>();
    List<Integer> newcomers = new ArrayList<>();
    for (int i = 0; i < groups.length; i++) {
      GroupMembership known = answered.get(i).membership();
      groups[i] = known == null ? answered.get(i).attempt() : known.group();
      differences.add(known == null ? new HashSet<>() : new HashSet<>(known.differsFrom()));
      (known == null ? newcomers : entered).add(i);
    }
    for (int newcomer : newcomers) {
      entered.forEach(other -> compare(newcomer, other));
      entered.add(newcomer);
    }
    List<FinalSolution> complete = new ArrayList<>();
    for (int i = 0; i < groups.length; i++) {
      complete.add(answered.get(i).in(new GroupMembership(groups[i], differences.get(i))));
    }
    return complete;
  }

  private void compare(int newcomer, int other) {
    if (groups[newcomer] == groups[other]) {
      return;
    }
    switch (pairs.compare(Math.min(newcomer, other), Math.max(newcomer, other))) {
      case EQUAL -> join(groups[newcomer], groups[other]);
      case DIFFERENT -> differences.get(newcomer).add(groups[other]);
      case UNKNOWN -> {}
    }
  }

  private void join(int one, int other) {
    for (int i = 0; i < groups.length; i++) {
      if (groups[i] == one || groups[i] == other) {
        groups[i] = Math.min(one, other);
      }
    }
  }
}
