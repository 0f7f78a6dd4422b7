// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question to be answered, with everything that a worker needs to know about it. It travels
 * inside every task, so that workers need neither state nor a database.
 *
 * @param question empty in an event that only refers to the problem, for readers who have it
 * @param submittedAt when the gateway accepted it; the deadline counts from here
 * @param kind of question; null where nobody says, and in what builds wrote that knew no kinds
 * @param reference the right answer, where whoever asks has it and wants to know whether the loop
 *     finds it: for a verifier that judges against it, and for nobody else; null where there is
 *     none
 */
public record Problem(
    ProblemId id,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String question,
    Policy policy,
    Instant submittedAt,
    @Nullable QuestionKind kind,
    @Nullable String reference) {

  public Problem {
    Objects.requireNonNull(id, "id");
    question = question == null ? "" : question;
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(submittedAt, "submittedAt");
    if (question.isBlank() && !question.isEmpty()) {
      throw new IllegalArgumentException("question: blank (expected: text)");
    }
  }

  /** A problem whose right answer nobody says. */
  public Problem(
      ProblemId id,
      String question,
      Policy policy,
      Instant submittedAt,
      @Nullable QuestionKind kind) {
    this(id, question, policy, submittedAt, kind, null);
  }

  /** A problem of which nobody says more. */
  public Problem(ProblemId id, String question, Policy policy, Instant submittedAt) {
    this(id, question, policy, submittedAt, null, null);
  }

  /** The same without what makes it long, for a reader who has that. */
  public Problem referred() {
    return new Problem(id, "", policy, submittedAt, kind, null);
  }

  /** Whether the question is elsewhere. */
  public boolean refers() {
    return question.isEmpty();
  }

  /** The same with the question and the right answer of the problem that it refers to. */
  public Problem with(Problem whole) {
    return new Problem(id, whole.question, policy, submittedAt, kind, whole.reference);
  }

  /**
   * For an event whose readers have nothing but the event.
   *
   * @throws IllegalArgumentException if the question is elsewhere
   */
  static Problem whole(Problem problem) {
    Objects.requireNonNull(problem, "problem");
    if (problem.refers()) {
      throw new IllegalArgumentException("question: none (expected: text)");
    }
    return problem;
  }

  /** When the problem is settled with what has arrived by then. */
  @JsonIgnore
  public Instant deadline() {
    return submittedAt.plus(policy.deadline());
  }

  /**
   * The same problem for a task that is worth something only until then: a worker takes it for its
   * deadline.
   */
  public Problem dueBy(Instant time) {
    Policy sooner = policy.withDeadline(Duration.between(submittedAt, time));
    return new Problem(id, question, sooner, submittedAt, kind);
  }

  /** The same problem, whose policy asks for so many verifications at the most. */
  public Problem withVerificationsUpTo(int most) {
    return new Problem(
        id, question, policy.withVerificationsUpTo(most), submittedAt, kind, reference);
  }
}
