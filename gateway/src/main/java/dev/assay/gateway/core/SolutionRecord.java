// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.FinishReason;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Summarised;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one revision of an attempt. */
final class SolutionRecord {

  @Nullable Drafted draft;
  @Nullable Criticised critique;
  boolean asked;
  @Nullable Solution outcome;
  @Nullable List<List<Integer>> covers;
  @Nullable Summarised summary;
  final TreeMap<Integer, Returned> verdicts = new TreeMap<>();

  /** The text, from whichever event brought it first. */
  private @Nullable Solution solution() {
    if (draft != null) {
      return draft.solution();
    }
    return critique != null ? critique.solution() : null;
  }

  /** Of the outcome and the verdicts; the draft and its critique are on the attempt's bill. */
  Usage usage() {
    Usage first = summary == null ? Usage.NONE : summary.usage();
    return verdicts.values().stream().map(Returned::usage).reduce(first, Usage::plus);
  }

  ProblemEvidence.Revision evidence(int revision) {
    Solution solution = solution();
    return new ProblemEvidence.Revision(
        revision,
        draft == null ? null : draft.model(),
        solution == null ? null : solution.text(),
        solution == null ? List.of() : solution.steps(),
        solution == null ? null : solution.answer(),
        draft == null ? null : draft.spend().step(),
        draft == null ? null : draft.finishReason(),
        draft == null ? null : draft.how(),
        draft == null ? null : unanswered(draft),
        solution == null ? null : solution.reply(),
        criticism(),
        judged(solution),
        covers,
        summary(),
        verdicts.values().stream().map(SolutionRecord::judgement).toList());
  }

  /** The steps that were judged: a request that only refers to them is of those recorded here. */
  private @Nullable List<String> judged(@Nullable Solution solution) {
    if (outcome != null) {
      return outcome.steps();
    }
    if (!asked || solution == null) {
      return null;
    }
    return summary == null || summary.outcome() == null
        ? solution.steps()
        : summary.outcome().of(solution).steps();
  }

  private ProblemEvidence.@Nullable Criticism criticism() {
    return critique == null
        ? null
        : new ProblemEvidence.Criticism(
            critique.critique(),
            critique.model(),
            critique.spend().step(),
            critique.finishReason(),
            critique.forced(),
            critique.reply());
  }

  private static ProblemEvidence.Judgement judgement(Returned returned) {
    return new ProblemEvidence.Judgement(
        returned.verification().number(),
        returned.verdict(),
        returned.model(),
        returned.usage(),
        returned.finishReason(),
        returned.outcomeError(),
        returned.forced(),
        returned.reply());
  }

  private ProblemEvidence.@Nullable Summary summary() {
    return summary == null
        ? null
        : new ProblemEvidence.Summary(
            summary.outcome() != null,
            summary.why(),
            summary.model(),
            summary.usage(),
            summary.finishReason());
  }

  private static @Nullable String unanswered(Drafted draft) {
    if (draft.solution().answer() != null) {
      return null;
    }
    return draft.finishReason() == FinishReason.LENGTH
        ? "the reply was cut off after %d tokens (finish_reason: length); raise assay.role.max-tokens"
            .formatted(draft.solution().tokens())
        : "the solution states no answer";
  }
}
