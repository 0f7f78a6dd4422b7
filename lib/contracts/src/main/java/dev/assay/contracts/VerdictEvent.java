// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Topic {@code verdicts}: how attempts end, and what else came of the work that the verifier asked
 * for.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface VerdictEvent extends Event {

  /**
   * A verification came back.
   *
   * @param model which verifier gave the verdict, as {@link VerifierVersion} names it
   * @param usage of this verification's calls
   * @param finishReason why the last reply ended, or null if there was none or nobody said
   * @param forced true if the model gave no verdict of its own accord, and was made to; else null
   * @param outcomeError where the verifier was shown an outcome in other steps: the first wrong
   *     step of those, from 0, while the verdict names the solution's; null otherwise
   * @param reply how the last reply came about; null if there was none or nobody said
   */
  @JsonTypeName("verdict.returned.v1")
  record Returned(
      VerificationId verification,
      Verdict verdict,
      String model,
      Usage usage,
      @Nullable FinishReason finishReason,
      @Nullable Boolean forced,
      @Nullable Integer outcomeError,
      @Nullable ReplyOrigin reply)
      implements VerdictEvent {
    public Returned {
      Objects.requireNonNull(verification, "verification");
      Objects.requireNonNull(verdict, "verdict");
      model = Bounds.shortened(Objects.requireNonNull(model, "model"), Bounds.NAME);
      Objects.requireNonNull(usage, "usage");
      forced = Boolean.TRUE.equals(forced) ? true : null;
      reply = ReplyOrigin.kept(reply);
    }

    /** Where the verifier was shown the solution's own steps. */
    public Returned(
        VerificationId verification,
        Verdict verdict,
        String model,
        Usage usage,
        @Nullable FinishReason finishReason,
        @Nullable Boolean forced) {
      this(verification, verdict, model, usage, finishReason, forced, null, null);
    }

    /** Where nobody said why a reply ended. */
    public Returned(VerificationId verification, Verdict verdict, String model, Usage usage) {
      this(verification, verdict, model, usage, null, null, null, null);
    }

    @Override
    public ProblemId problemId() {
      return verification.problem();
    }

    @Override
    public Usage cost() {
      return usage;
    }

    @Override
    public Returned charged(Usage more) {
      return new Returned(
          verification,
          verdict,
          model,
          usage.plus(more),
          finishReason,
          forced,
          outcomeError,
          reply);
    }

    @Override
    public String subject() {
      return verification.toString();
    }
  }

  /**
   * An attempt ended without a solution to verify.
   *
   * @param spent what it had cost by then
   */
  @JsonTypeName("attempt.abandoned.v1")
  record Abandoned(AttemptId attempt, Stage stage, String reason, Usage spent)
      implements VerdictEvent {
    public Abandoned {
      Objects.requireNonNull(attempt, "attempt");
      Objects.requireNonNull(stage, "stage");
      reason = Bounds.shortened(Objects.requireNonNull(reason, "reason"), Bounds.REASON);
      Objects.requireNonNull(spent, "spent");
    }

    @Override
    public ProblemId problemId() {
      return attempt.problem();
    }

    @Override
    public Usage cost() {
      return spent;
    }

    @Override
    public Abandoned charged(Usage more) {
      return new Abandoned(attempt, stage, reason, spent.plus(more));
    }

    @Override
    public String subject() {
      return attempt.toString();
    }
  }

  /**
   * Two answers were compared, or could not be.
   *
   * @param judgement what the arbiter says, or null if it says nothing readable: then whether they
   *     are equal stays unknown
   * @param why there is no judgement: the failure, or what was expected of the reply and its
   *     beginning as it came; null if there is one
   * @param model which arbiter judged: model, prompt style and temperature
   * @param usage of this comparison's calls
   * @param finishReason why the last reply ended, or null if there was none or nobody said
   * @param forced true if the model did not judge of its own accord, and was made to; else null
   */
  @JsonTypeName("comparison.returned.v1")
  record Compared(
      ComparisonId comparison,
      @Nullable Comparison judgement,
      @Nullable String why,
      String model,
      Usage usage,
      @Nullable FinishReason finishReason,
      @Nullable Boolean forced)
      implements VerdictEvent {
    public Compared {
      Objects.requireNonNull(comparison, "comparison");
      why = why == null ? null : Bounds.shortened(why, Bounds.REASON);
      model = Bounds.shortened(Objects.requireNonNull(model, "model"), Bounds.NAME);
      Objects.requireNonNull(usage, "usage");
      forced = Boolean.TRUE.equals(forced) ? true : null;
    }

    @Override
    public ProblemId problemId() {
      return comparison.problem();
    }

    @Override
    public Usage cost() {
      return usage;
    }

    @Override
    public Compared charged(Usage more) {
      return new Compared(
          comparison, judgement, why, model, usage.plus(more), finishReason, forced);
    }

    @Override
    public String subject() {
      return comparison.toString();
    }
  }

  /**
   * The outcome of a final solution was made, or could not be.
   *
   * @param outcome null if none could be made: then the solution is judged in its own steps
   * @param why there is none: the failure, or what was expected of the reply and its beginning as
   *     it came; null if there is one
   * @param model which summariser made it: model, prompt style and temperature
   * @param usage of this outcome's calls
   * @param finishReason why the last reply ended, or null if there was none or nobody said
   */
  @JsonTypeName("outcome.made.v1")
  record Summarised(
      SolutionId solution,
      @Nullable Outcome outcome,
      @Nullable String why,
      String model,
      Usage usage,
      @Nullable FinishReason finishReason)
      implements VerdictEvent {
    public Summarised {
      Objects.requireNonNull(solution, "solution");
      why = why == null ? null : Bounds.shortened(why, Bounds.REASON);
      model = Bounds.shortened(Objects.requireNonNull(model, "model"), Bounds.NAME);
      Objects.requireNonNull(usage, "usage");
    }

    @Override
    public ProblemId problemId() {
      return solution.problem();
    }

    @Override
    public Usage cost() {
      return usage;
    }

    @Override
    public Summarised charged(Usage more) {
      return new Summarised(solution, outcome, why, model, usage.plus(more), finishReason);
    }

    @Override
    public String subject() {
      return solution.toString();
    }
  }

  /** Where on its way an attempt was given up. */
  @EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
  enum Stage {
    DRAFTING,
    CRITICISM,
    REFINEMENT
  }
}
