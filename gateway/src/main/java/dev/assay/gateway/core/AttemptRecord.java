// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.ComparisonEvent;
import dev.assay.contracts.ComparisonId;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.OutcomeEvent;
import dev.assay.contracts.ProblemEvent;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.contracts.VerificationEvent;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one attempt, which come in any order. */
final class AttemptRecord {

  private final int number;
  private final TreeMap<Integer, SolutionRecord> solutions = new TreeMap<>();
  private final TreeMap<Integer, ComparisonRecord> comparisons = new TreeMap<>();
  private @Nullable Abandoned abandoned;

  /** The bill travels with the events: the longest one is the latest. */
  private Usage spent = Usage.NONE;

  AttemptRecord(int number) {
    this.number = number;
  }

  /** Adds an event of this attempt; those of the whole problem say nothing of it. */
  void add(Event event) {
    switch (event) {
      case ProblemEvent _, AttemptEvent _, AnswerEvent _, OutcomeEvent _ -> {}
      case Drafted drafted -> add(drafted);
      case Criticised criticised -> add(criticised);
      case VerificationEvent.Requested asked -> add(asked);
      case Returned returned -> add(returned);
      case ComparisonEvent.Requested asked ->
          comparison(asked.comparison()).otherAnswer = asked.other();
      case Compared compared -> comparison(compared.comparison()).compared = compared;
      case Summarised made -> solution(made.solution().revision()).summary = made;
      case Abandoned abandonment -> add(abandonment);
    }
  }

  private void add(Drafted event) {
    solution(event.solution().id().revision()).draft = event;
    spent(event.spend().attempt());
  }

  private void add(Criticised event) {
    solution(event.solution().id().revision()).critique = event;
    spent(event.spend().attempt());
  }

  private void add(VerificationEvent.Requested event) {
    SolutionRecord solution = solution(event.verification().solution().revision());
    solution.asked = true;
    solution.outcome = event.outcome() == null ? solution.outcome : event.outcome();
    solution.covers = event.covers();
  }

  private void add(Returned event) {
    SolutionRecord solution = solution(event.verification().solution().revision());
    solution.verdicts.put(event.verification().number(), event);
  }

  private void add(Abandoned event) {
    abandoned = event;
    spent(event.spent());
  }

  private void spent(Usage usage) {
    if (usage.calls() >= spent.calls()) {
      spent = usage;
    }
  }

  private SolutionRecord solution(int revision) {
    return solutions.computeIfAbsent(revision, _ -> new SolutionRecord());
  }

  private ComparisonRecord comparison(ComparisonId id) {
    return comparisons.computeIfAbsent(id.other(), _ -> new ComparisonRecord());
  }

  private Usage usage() {
    Usage compared =
        comparisons.values().stream().map(ComparisonRecord::usage).reduce(Usage.NONE, Usage::plus);
    return solutions.values().stream()
        .map(SolutionRecord::usage)
        .reduce(spent.plus(compared), Usage::plus);
  }

  ProblemEvidence.Attempt evidence() {
    return new ProblemEvidence.Attempt(
        number,
        solutions.entrySet().stream().map(each -> each.getValue().evidence(each.getKey())).toList(),
        abandoned == null
            ? null
            : new ProblemEvidence.Abandonment(
                abandoned.stage(), abandoned.reason(), abandoned.spent()),
        comparisons.entrySet().stream()
            .map(each -> each.getValue().evidence(each.getKey()))
            .toList(),
        usage());
  }
}
