// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import dev.assay.selection.scoring.GroupSums;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up solutions into groups, of which those verdicts count as asked for that have returned. A
 * simulation fills one of its own with solutions as they could become, so additions change it in
 * place.
 */
final class GroupAccumulator {

  private final List<Account> accounts = new ArrayList<>();
  private int solutions;

  /** The evidence as it stands. */
  static GroupAccumulator of(WorkState progress) {
    GroupAccumulator accumulator = new GroupAccumulator();
    progress.solutions().forEach(accumulator::add);
    return accumulator;
  }

  /** Adds a solution to its group; a group number one beyond the last opens a new group. */
  void add(VerificationState solution) {
    while (accounts.size() <= solution.group()) {
      accounts.add(new Account());
    }
    accounts.get(solution.group()).add(solution, solutions);
    solutions++;
  }

  int groups() {
    return accounts.size();
  }

  int solutions() {
    return solutions;
  }

  int size(int group) {
    return accounts.get(group).size;
  }

  int accepted(int group) {
    return accounts.get(group).accepted;
  }

  double meanTokens(int group) {
    return (double) accounts.get(group).tokens / accounts.get(group).size;
  }

  GroupSums sums(int group) {
    return accounts.get(group).sums();
  }

  List<GroupSums> sums() {
    List<GroupSums> sums = new ArrayList<>(accounts.size());
    for (Account account : accounts) {
      sums.add(account.sums());
    }
    return sums;
  }

  /** The running sums of one group. */
  private static final class Account {
    private int size;
    private int accepted;
    private int returned;
    private int readable;
    private double passes;
    private double rates;
    private double best;
    private long tokens;
    private int first = Integer.MAX_VALUE;

    void add(VerificationState solution, int place) {
      size++;
      accepted += solution.accepted() ? 1 : 0;
      returned += solution.returned();
      readable += solution.readable();
      passes += solution.passes();
      rates += solution.passRate();
      best = Math.max(best, solution.passRate());
      tokens += solution.tokens();
      first = Math.min(first, place);
    }

    GroupSums sums() {
      return new GroupSums(size, accepted, returned, readable, passes, rates, best, tokens, first);
    }
  }
}
