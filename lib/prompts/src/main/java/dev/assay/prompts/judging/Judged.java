// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.contracts.Solution;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a judge has before it. A marker in its reply that stands in one of these texts may be a
 * repetition of it.
 *
 * @param steps of the solution, which it may name
 * @param beside what else it reads, such as the problem
 */
public record Judged(List<String> steps, List<String> beside) {

  public Judged {
    steps = List.copyOf(steps);
    beside = List.copyOf(beside);
  }

  /** A solution of a problem. */
  public static Judged of(String question, Solution solution) {
    return new Judged(solution.steps(), List.of(question));
  }

  /** A solution of a problem as one piece, of whose steps none is named. */
  public static Judged whole(String question, Solution solution) {
    String text =
        solution.text().isBlank() ? String.join("\n\n", solution.steps()) : solution.text();
    return new Judged(List.of(text), List.of(question));
  }

  List<String> texts() {
    return Stream.concat(steps.stream(), beside.stream()).toList();
  }
}
