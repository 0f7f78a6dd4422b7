// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.List;
import java.util.Objects;

/**
 * A solution reduced to the chain of steps that leads to its answer, without detours and what was
 * taken back. Each step knows which steps of the solution it stands for, so that a mistake that is
 * found in the chain is shown to people in the solution.
 */
public record Outcome(List<Step> steps) {

  public Outcome {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("steps: none (expected: at least one)");
    }
  }

  /**
   * One step of the chain.
   *
   * @param text what it says
   * @param covers the steps of the solution that it stands for, from 0, rising
   */
  public record Step(String text, List<Integer> covers) {
    public Step {
      Objects.requireNonNull(text, "text");
      covers = List.copyOf(covers);
      if (covers.isEmpty()) {
        throw new IllegalArgumentException("covers: none (expected: at least one step)");
      }
      int before = -1;
      for (int each : covers) {
        if (each <= before) {
          throw new IllegalArgumentException(
              "covers: %s (expected: steps from 0, rising)".formatted(covers));
        }
        before = each;
      }
    }
  }

  /** The steps of the solution that each step stands for. */
  public List<List<Integer>> covers() {
    return steps.stream().map(Step::covers).toList();
  }

  /** The chain as a verifier reads it: the same solution, by its answer, in other steps. */
  public Solution of(Solution solution) {
    List<String> texts = steps.stream().map(Step::text).toList();
    return new Solution(
        solution.id(), String.join("\n\n", texts), texts, solution.answer(), solution.tokens());
  }
}
