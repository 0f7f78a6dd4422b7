// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Answer.Trust;
import dev.assay.contracts.Expense;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Warning;
import dev.assay.gateway.core.StoredProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply in the shape of the OpenAI chat API, with what it stands on in {@code assay}. */
record ChatReply(
    String id,
    String object,
    long created,
    String model,
    List<Choice> choices,
    TokenUsage usage,
    Standing assay) {

  /** The only one: the attempts behind it are in the evidence. */
  record Choice(int index, Message message, String finishReason) {}

  /**
   * What is said.
   *
   * @param content the answer; null where none is given
   * @param refusal why none is given; null where one is
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Message(String role, @Nullable String content, @Nullable String refusal) {}

  /**
   * Of all calls behind the answer.
   *
   * @param cost in money; left out where no call has a price
   */
  record TokenUsage(
      long promptTokens, long completionTokens, long totalTokens, @Nullable Expense cost) {}

  /**
   * How far the answer can be trusted, and why.
   *
   * @param margin to the runner-up; null where there is none
   * @param warnings what makes it worth less than its numbers say
   * @param ignored what the request said to no effect
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Standing(
      ProblemId problemId,
      Status status,
      @JsonUnwrapped Support support,
      @JsonUnwrapped Work work,
      @Nullable Double margin,
      @JsonUnwrapped Rationale rationale,
      boolean late,
      String evidence,
      List<Warning> warnings,
      List<String> ignored) {}

  /**
   * What speaks for it, in numbers.
   *
   * @param confidence the probability that the answer is right; null where nobody knows
   * @param trust what the verdicts alone say, and what that takes for granted; null where no answer
   *     was chosen among verified ones
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Support(@Nullable Double score, @Nullable Double confidence, @Nullable Trust trust) {}

  /**
   * What was tried.
   *
   * @param attempts the most that the policy allows, as is {@code verifications} for each
   * @param asked attempts that were asked for
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Work(
      int attempts, int verifications, @Nullable Integer asked, double effectiveVerifications) {}

  /** What the answer says of itself, with nulls. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Rationale(String reason, @Nullable String explanation) {}

  static ChatReply of(StoredProblem settled, Answer answer, ChatQuestion asked) {
    ProblemId id = settled.problem().id();
    return new ChatReply(
        "chatcmpl-" + id,
        "chat.completion",
        settled.problem().submittedAt().getEpochSecond(),
        asked.model(),
        List.of(new Choice(0, message(answer), "stop")),
        new TokenUsage(
            answer.usage().promptTokens(),
            answer.usage().completionTokens(),
            answer.usage().totalTokens(),
            answer.usage().cost()),
        standing(id, answer, asked.ignored()));
  }

  private static Standing standing(ProblemId id, Answer answer, List<String> ignored) {
    Answer.Support support = answer.support();
    Answer.Work work = answer.work();
    return new Standing(
        id,
        answer.status(),
        new Support(support.score(), support.confidence(), support.trust()),
        new Work(
            work.attempts(), work.verifications(), work.asked(), work.effectiveVerifications()),
        support.margin(),
        new Rationale(answer.reason(), answer.rationale().explanation()),
        work.late(),
        ProblemResource.path(id) + "/evidence",
        answer.warnings(),
        ignored);
  }

  private static Message message(Answer answer) {
    return answer.status() == Status.ABSTAINED
        ? new Message("assistant", null, "No answer is given: " + answer.reason())
        : new Message("assistant", answer.text(), null);
  }
}
