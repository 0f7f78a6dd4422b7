// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.GroupSums;
import dev.assay.selection.scoring.ScoringRules;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The scores of answer groups under every rule. Groups are scored together, as some rules look at
 * all of them.
 */
final class Scores {

  private final List<AnswerGroupSums> groups;
  private final ScoringRules scoring;
  private final boolean anyAccepted;

  Scores(List<AnswerGroupSums> groups, ScoringRules scoring) {
    this.groups = List.copyOf(groups);
    this.scoring = scoring;
    this.anyAccepted = groups.stream().anyMatch(group -> group.sums().accepted() > 0);
  }

  Map<SelectionRule, Double> of(AnswerGroupSums group) {
    Map<SelectionRule, Double> scores = new EnumMap<>(SelectionRule.class);
    for (SelectionRule rule : SelectionRule.values()) {
      scores.put(rule, of(group, rule));
    }
    return scores;
  }

  double of(AnswerGroupSums group, SelectionRule rule) {
    return scoring.of(group.sums(), rule, anyAccepted);
  }

  /** The groups, best first. */
  List<AnswerGroupSums> ranked(SelectionRule rule) {
    return groups.stream()
        .sorted(Comparator.comparing(AnswerGroupSums::sums, scoring.order(rule, anyAccepted)))
        .toList();
  }

  /** The group that the rule chooses. */
  AnswerGroupSums best(SelectionRule rule) {
    return groups.get(scoring.best(groups.stream().map(AnswerGroupSums::sums).toList(), rule));
  }

  ScoreTerms terms(AnswerGroupSums group, SelectionRule rule) {
    GroupSums sums = group.sums();
    return new ScoreTerms(
        group.name(),
        of(group, rule),
        sums,
        sums.meanVerdict(),
        scoring.penalty(sums.readable()),
        of(group, SelectionRule.PESSIMISTIC));
  }
}
