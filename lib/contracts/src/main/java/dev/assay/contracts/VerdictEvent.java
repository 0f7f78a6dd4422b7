// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Topic {@code verdicts}: how attempts end. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface VerdictEvent extends Event {

  /**
   * A verification came back.
   *
   * @param model which verifier gave the verdict: model, prompt style, and temperature or protocol
   * @param usage of this verification's calls
   * @param finishReason why the last reply ended, or null if there was none or nobody said
   * @param forced true if the model gave no verdict of its own accord, and was made to; else null
   */
  @JsonTypeName("verdict.returned.v1")
  record Returned(
      VerificationId verification,
      Verdict verdict,
      String model,
      Usage usage,
      @Nullable FinishReason finishReason,
      @Nullable Boolean forced)
      implements VerdictEvent {
    public Returned {
      Objects.requireNonNull(verification, "verification");
      Objects.requireNonNull(verdict, "verdict");
      model = Bounds.shortened(Objects.requireNonNull(model, "model"), Bounds.NAME);
      Objects.requireNonNull(usage, "usage");
      forced = Boolean.TRUE.equals(forced) ? true : null;
    }

    /** Where nobody said why a reply ended. */
    public Returned(VerificationId verification, Verdict verdict, String model, Usage usage) {
      this(verification, verdict, model, usage, null, null);
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
      return new Returned(verification, verdict, model, usage.plus(more), finishReason, forced);
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

  /** Where on its way an attempt was given up. */
  @EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
  enum Stage {
    DRAFTING,
    CRITICISM,
    REFINEMENT
  }
}
