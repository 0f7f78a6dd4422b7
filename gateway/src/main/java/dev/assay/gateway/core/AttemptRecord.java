// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.ProblemEvent;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationEvent;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one attempt, which come in any order. */
final class AttemptRecord {

  private final int number;
  private final TreeMap<Integer, SolutionRecord> solutions = new TreeMap<>();
  private @Nullable Abandoned abandoned;

  /** The bill travels with the events: the longest one is the latest. */
  private Usage spent = Usage.NONE;

  AttemptRecord(int number) {
    this.number = number;
  }

  /** Adds an event of this attempt; those of the whole problem say nothing of it. */
  void add(Event event) {
    switch (event) {
      case ProblemEvent _, AttemptEvent _, AnswerEvent _ -> {}
      case Drafted drafted -> add(drafted);
      case Criticised criticised -> add(criticised);
      case VerificationEvent.Requested asked -> add(asked);
      case Returned returned -> add(returned);
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
    solution(event.verification().solution().revision()).outcome = event.outcome();
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

  private Usage usage() {
    return solutions.values().stream().map(SolutionRecord::usage).reduce(spent, Usage::plus);
  }

  ProblemEvidence.Attempt evidence() {
    return new ProblemEvidence.Attempt(
        number,
        solutions.entrySet().stream().map(each -> each.getValue().evidence(each.getKey())).toList(),
        abandoned == null
            ? null
            : new ProblemEvidence.Abandonment(
                abandoned.stage(), abandoned.reason(), abandoned.spent()),
        usage());
  }
}
