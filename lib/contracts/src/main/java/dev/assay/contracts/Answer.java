// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * What the caller gets, and the numbers behind it. It is built of its parts, and is one flat object
 * as JSON.
 *
 * @param text the answer, or null where none is given (abstained, failed)
 * @param usage of every model call that had been reported when this was settled
 * @param warnings what makes it worth less than its numbers say; empty for nothing, and from a
 *     build that did not say
 */
public record Answer(
    Status status,
    @Nullable String text,
    @JsonUnwrapped Rationale rationale,
    @JsonUnwrapped Support support,
    @JsonUnwrapped Work work,
    @JsonUnwrapped Ranking ranking,
    Usage usage,
    Instant settledAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings) {

  private static final int MOST_WARNINGS = 16;

  public Answer {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(rationale, "rationale");
    Objects.requireNonNull(support, "support");
    Objects.requireNonNull(work, "work");
    Objects.requireNonNull(ranking, "ranking");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(settledAt, "settledAt");
    warnings = warnings == null ? List.of() : warnings.stream().limit(MOST_WARNINGS).toList();
  }

  /** One that there is nothing to warn of. */
  public Answer(
      Status status,
      @Nullable String text,
      Rationale rationale,
      Support support,
      Work work,
      Ranking ranking,
      Usage usage,
      Instant settledAt) {
    this(status, text, rationale, support, work, ranking, usage, settledAt, List.of());
  }

  /** The end of a problem that no answer is given to, nor anything that speaks for one. */
  public static Answer without(
      Status status, String reason, SelectionRule rule, Work work, Usage usage, Instant settledAt) {
    return new Answer(
        status,
        null,
        new Rationale(reason, null),
        Support.none(rule),
        work,
        Ranking.NONE,
        usage,
        settledAt);
  }

  /** The end of a problem of which nothing is known but what it asked for. */
  public static Answer failed(Policy policy, String reason, Instant settledAt) {
    Work none = new Work(policy.attempts(), policy.verifications(), null, 0, 0, 0, false);
    return without(Status.FAILED, reason, policy.rule(), none, Usage.NONE, settledAt);
  }

  /** The same answer, with these warnings. */
  public Answer warning(List<Warning> of) {
    return new Answer(status, text, rationale, support, work, ranking, usage, settledAt, of);
  }

  /** The same answer, with one more reason for its status. */
  public Answer because(String more) {
    Rationale both = new Rationale(reason() + "; " + more, rationale.explanation());
    return new Answer(status, text, both, support, work, ranking, usage, settledAt, warnings);
  }

  /** The same end and its bill without an answer and what speaks for it. */
  public Answer failed(String reason) {
    return without(Status.FAILED, reason, rule(), work.unsupported(), usage, settledAt)
        .warning(warnings);
  }

  /**
   * Why it ended like this, in words.
   *
   * @param reason one sentence: why this status
   * @param explanation one sentence: why this answer and not the next one, with the terms of both
   *     scores; null where there is no answer
   */
  public record Rationale(String reason, @Nullable String explanation) {
    public Rationale {
      reason = Bounds.shortened(Objects.requireNonNull(reason, "reason"), Bounds.REASON);
      explanation = explanation == null ? null : Bounds.shortened(explanation, Bounds.REASON);
    }
  }

  /**
   * What speaks for the text, in numbers.
   *
   * @param rule the rule that decided
   * @param score of the chosen group under that rule, or null where there is no group
   * @param margin how far the runner-up is behind, or null where there is none
   * @param confidence the probability that the text is right, from how answers with such evidence
   *     turned out that were labelled; null where no such record of the verifier is at hand
   * @param trust how far the verdicts alone carry the text, and what that takes for granted; null
   *     where there is no text to trust, and from a build that did not say
   */
  public record Support(
      SelectionRule rule,
      @Nullable Double score,
      @Nullable Double margin,
      @Nullable Double confidence,
      @Nullable Trust trust) {

    public Support {
      Objects.requireNonNull(rule, "rule");
    }

    /** Nothing. */
    public static Support none(SelectionRule rule) {
      return new Support(rule, null, null, null, null);
    }
  }

  /**
   * What was allowed, what was asked for, and what came of it.
   *
   * @param attempts N, the most that the policy allows
   * @param verifications M, the most that the policy allows for a solution
   * @param asked how many attempts were asked for; null from a build that always asked for all
   * @param effectiveVerifications readable verdicts per solution of the chosen group, on average
   * @param abandoned attempts that ended without a solution to verify
   * @param unanswered final solutions that state no answer
   * @param late whether the deadline came before all the evidence did
   */
  public record Work(
      int attempts,
      int verifications,
      @Nullable Integer asked,
      double effectiveVerifications,
      int abandoned,
      int unanswered,
      boolean late) {

    private Work unsupported() {
      return new Work(attempts, verifications, asked, 0, abandoned, unanswered, late);
    }
  }

  /**
   * What there was to choose from.
   *
   * @param groups the answer groups, best first
   * @param choices the answer that each rule would have given
   */
  public record Ranking(List<AnswerGroup> groups, Map<SelectionRule, String> choices) {

    public static final Ranking NONE = new Ranking(List.of(), Map.of());

    public Ranking {
      groups = List.copyOf(groups);
      choices = Map.copyOf(choices);
    }
  }

  public String reason() {
    return rationale.reason();
  }

  public SelectionRule rule() {
    return support.rule();
  }

  public @Nullable Double score() {
    return support.score();
  }

  public int attempts() {
    return work.attempts();
  }

  public @Nullable Integer asked() {
    return work.asked();
  }

  public double effectiveVerifications() {
    return work.effectiveVerifications();
  }

  public boolean late() {
    return work.late();
  }

  public List<AnswerGroup> groups() {
    return ranking.groups();
  }

  /** How far the caller may trust the text. */
  @EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
  public enum Status {
    /** The evidence clears the policy's bar. */
    VERIFIED,
    /** There is a best answer, and the evidence for it falls short of the bar. */
    UNCERTAIN,
    /** The evidence speaks against every answer that there is, so none is given. */
    ABSTAINED,
    /** There is no answer to judge. */
    FAILED
  }

  /**
   * The probability that the text is right if the verifier is as it is taken to be.
   *
   * @param probability that the text is right, given the verdicts
   * @param truePass the rate at which the verifier is taken to pass right answers
   * @param falsePass the same for wrong answers
   * @param rivals other answers that cannot be right if this one is; without any, nothing put the
   *     verifier to the test, and the rates that it is taken to have carry the probability alone
   */
  public record Trust(double probability, double truePass, double falsePass, int rivals) {}

  /**
   * The final solutions of a problem whose answers are mathematically equal.
   *
   * @param answer how the first of them writes it
   * @param meanVerdict of the readable verdicts on them, 0 where there is none; null from a build
   *     that did not say
   * @param penalty what the pessimistic score takes off it for how few they are; null likewise
   * @param scores of the group under each rule
   */
  public record AnswerGroup(
      String answer,
      List<JudgedSolution> solutions,
      @Nullable Double meanVerdict,
      @Nullable Double penalty,
      Map<SelectionRule, Double> scores) {
    public AnswerGroup {
      Objects.requireNonNull(answer, "answer");
      solutions = List.copyOf(solutions);
      scores = Map.copyOf(scores);
    }
  }
}
