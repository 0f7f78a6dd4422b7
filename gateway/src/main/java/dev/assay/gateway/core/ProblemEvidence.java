// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Comparison;
import dev.assay.contracts.Critique;
import dev.assay.contracts.FinishReason;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.VerdictEvent.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an answer was chosen: everything that was heard of a problem, by attempt.
 *
 * @param complete whether everything that the answer counts is here
 * @param answer with its groups, their scores and choices under every rule; null while open
 * @param usage of everything recorded here; what came after settlement included
 */
public record ProblemEvidence(
    ProblemId problemId,
    String question,
    boolean complete,
    @Nullable Answer answer,
    List<Attempt> attempts,
    Usage usage) {

  /**
   * One line of work.
   *
   * @param number k, from 0
   * @param abandoned why it has no final solution, or null
   * @param comparisons of its final answer with those of later attempts, where an arbiter was asked
   * @param usage of all of its calls, verdicts and these comparisons included
   */
  public record Attempt(
      int number,
      List<Revision> solutions,
      @Nullable Abandonment abandoned,
      List<AnswerComparison> comparisons,
      Usage usage) {}

  /**
   * What an arbiter said of two answers whose equality cannot be computed. The first decision on
   * two groups stands; one that contradicts it is shown here and changes nothing.
   *
   * @param attempt the number of the later attempt
   * @param answer of that attempt; null until the request itself has been recorded
   * @param judgement null while it is under way, and where nothing readable was said
   * @param why nothing readable was said, or null
   * @param usage null while it is under way
   * @param forced true if the model did not judge of its own accord, and was made to; else null
   */
  public record AnswerComparison(
      int attempt,
      @Nullable String answer,
      @Nullable Comparison judgement,
      @Nullable String why,
      @Nullable String model,
      @Nullable Usage usage,
      @Nullable FinishReason finishReason,
      @Nullable Boolean forced) {}

  /**
   * A solution at a revision.
   *
   * @param model which wrote it; null until the draft itself has been recorded
   * @param text as the model wrote it; null if only judgements of it have been recorded
   * @param usage of writing it
   * @param finishReason why the reply that it was read from ended, or null if nobody said
   * @param how it came about, if there is more to say of that than who wrote it; else null
   * @param unanswered why it takes part in no vote, or null if it states an answer
   * @param reply how that reply came about; null if nobody said
   * @param outcome the steps that the verifier was shown, or null if it was not asked
   * @param covers for each of these the steps of the solution that it stands for, from 0; null
   *     where they are the solution's own
   * @param summary what came of asking for an outcome, or null if nobody did
   */
  public record Revision(
      int revision,
      @Nullable String model,
      @Nullable String text,
      List<String> steps,
      @Nullable String answer,
      @Nullable Usage usage,
      @Nullable FinishReason finishReason,
      @Nullable String how,
      @Nullable String unanswered,
      @Nullable ReplyOrigin reply,
      @Nullable Criticism critique,
      @Nullable List<String> outcome,
      @Nullable List<List<Integer>> covers,
      @Nullable Summary summary,
      List<Judgement> verdicts) {}

  /**
   * What the critic said, and at what cost.
   *
   * @param forced true if it was made to conclude
   * @param reply how its reply came about; null if it asked no model, or nobody said
   */
  public record Criticism(
      Critique critique,
      String model,
      Usage usage,
      @Nullable FinishReason finishReason,
      @Nullable Boolean forced,
      @Nullable ReplyOrigin reply) {}

  /**
   * How an outcome was come by, and at what cost.
   *
   * @param made whether there is one; else the solution was judged in its own steps
   * @param why there is none, or null
   */
  public record Summary(
      boolean made,
      @Nullable String why,
      String model,
      Usage usage,
      @Nullable FinishReason finishReason) {}

  /**
   * What one verification said, and at what cost.
   *
   * @param verdict in the solution's own steps
   * @param outcomeError the first wrong step of the outcome, from 0, where that has other steps
   * @param forced true if the verifier was made to conclude
   * @param reply how its reply came about; null if nobody said
   */
  public record Judgement(
      int number,
      Verdict verdict,
      String model,
      Usage usage,
      @Nullable FinishReason finishReason,
      @Nullable Integer outcomeError,
      @Nullable Boolean forced,
      @Nullable ReplyOrigin reply) {}

  /** Where and why an attempt ended early, and what it had cost. */
  public record Abandonment(Stage stage, String reason, Usage spent) {}
}
