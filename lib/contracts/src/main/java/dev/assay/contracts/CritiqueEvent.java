// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.assay.contracts.Critique.Flawed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Topic {@code critiques}: solutions with a critic's judgement. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface CritiqueEvent extends Event {

  /**
   * A solution was judged step by step.
   *
   * @param model which model judged it
   * @param finishReason why its last reply ended, or null if no model was asked or nobody said
   * @param forced true if the model gave no judgement of its own accord, and was made to; else null
   * @param reply how its last reply came about; null if no model was asked or nobody said
   */
  @JsonTypeName("solution.criticised.v1")
  record Criticised(
      Problem problem,
      Solution solution,
      Critique critique,
      String model,
      Spend spend,
      @Nullable FinishReason finishReason,
      @Nullable Boolean forced,
      @Nullable ReplyOrigin reply)
      implements CritiqueEvent, Task {
    public Criticised {
      Problem.whole(problem);
      Objects.requireNonNull(solution, "solution");
      Objects.requireNonNull(critique, "critique");
      model = Bounds.shortened(Objects.requireNonNull(model, "model"), Bounds.NAME);
      Objects.requireNonNull(spend, "spend");
      forced = Boolean.TRUE.equals(forced) ? true : null;
      reply = ReplyOrigin.kept(reply);
    }

    /** Where nobody said why a reply ended. */
    public Criticised(
        Problem problem, Solution solution, Critique critique, String model, Spend spend) {
      this(problem, solution, critique, model, spend, null, null, null);
    }

    /**
     * Whether the solution is to be refined rather than verified, as far as the attempt can afford
     * it. Refine and verifier both read the topic and both ask this, so that each critique is taken
     * up by exactly one of them.
     */
    public boolean wantsRevision() {
      return critique instanceof Flawed
          && solution.id().revision() < problem.policy().revisions()
          && Allowance.ofAttempt(problem.policy(), spend.attempt()).buys();
    }

    @Override
    public Usage cost() {
      return spend.step();
    }

    @Override
    public Criticised charged(Usage more) {
      return new Criticised(
          problem, solution, critique, model, spend.plus(more), finishReason, forced, reply);
    }

    @Override
    public String subject() {
      return solution.id().toString();
    }
  }
}
