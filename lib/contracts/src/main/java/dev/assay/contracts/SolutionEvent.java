// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Topic {@code solutions}: candidates that nobody has judged yet. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface SolutionEvent extends Event {

  /**
   * A solution exists, at revision 0 from the generator, later from the refiner.
   *
   * @param model which model wrote it
   * @param finishReason why the reply that it was read from ended, or null if nobody said
   * @param forced true if the model stated no answer of its own accord, and was made to; else null
   * @param how a revision came about, in words for people, where that is worth saying; else null
   */
  @JsonTypeName("solution.drafted.v1")
  record Drafted(
      Problem problem,
      Solution solution,
      String model,
      Spend spend,
      @Nullable FinishReason finishReason,
      @Nullable Boolean forced,
      @Nullable String how)
      implements SolutionEvent, Task {
    public Drafted {
      Problem.whole(problem);
      Objects.requireNonNull(solution, "solution");
      model = Bounds.shortened(Objects.requireNonNull(model, "model"), Bounds.NAME);
      Objects.requireNonNull(spend, "spend");
      forced = Boolean.TRUE.equals(forced) ? true : null;
      how = how == null ? null : Bounds.shortened(how, Bounds.REASON);
    }

    /** Of which there is no more to say than who wrote it, and how the reply ended. */
    public Drafted(
        Problem problem,
        Solution solution,
        String model,
        Spend spend,
        @Nullable FinishReason finishReason,
        @Nullable Boolean forced) {
      this(problem, solution, model, spend, finishReason, forced, null);
    }

    /** Where nobody said why the reply ended. */
    public Drafted(Problem problem, Solution solution, String model, Spend spend) {
      this(problem, solution, model, spend, null, null);
    }

    @Override
    public Usage cost() {
      return spend.step();
    }

    @Override
    public Drafted charged(Usage more) {
      return new Drafted(problem, solution, model, spend.plus(more), finishReason, forced, how);
    }

    @Override
    public String subject() {
      return solution.id().toString();
    }
  }
}
