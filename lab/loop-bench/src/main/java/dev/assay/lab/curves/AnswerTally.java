// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.GroupSums;
import dev.assay.selection.scoring.ScoringRules;
import java.util.ArrayList;
import java.util.List;

/** Candidates of one problem added up by answer, so that every rule can choose among them. */
final class AnswerTally {

  private final List<Integer> names = new ArrayList<>();
  private final List<GroupSums> sums = new ArrayList<>();
  private int count;

  /**
   * Adds the next candidate.
   *
   * @param readable verdicts on it that say right or wrong
   * @param passes sum of those
   */
  void add(Candidate candidate, int readable, double passes) {
    int attempt = count++;
    if (!candidate.answers()) {
      return;
    }
    double rate = readable == 0 ? 0 : passes / readable;
    int place = names.indexOf(candidate.group());
    if (place < 0) {
      names.add(candidate.group());
      sums.add(new GroupSums(0, 0, 0, 0, 0, 0, 0, 0, attempt));
      place = names.size() - 1;
    }
    GroupSums old = sums.get(place);
    sums.set(
        place,
        new GroupSums(
            old.size() + 1,
            old.accepted() + (candidate.accepted() ? 1 : 0),
            old.asked() + readable,
            old.readable() + readable,
            old.passes() + passes,
            old.sumOfPassRates() + rate,
            Math.max(old.bestPassRate(), rate),
            old.tokens() + candidate.tokens(),
            old.first()));
  }

  /** The group that the rule chooses, or {@link Candidate#NO_ANSWER} where there is none. */
  int choice(SelectionRule rule, ScoringRules scoring) {
    return sums.isEmpty() ? Candidate.NO_ANSWER : names.get(scoring.best(sums, rule)).intValue();
  }
}
