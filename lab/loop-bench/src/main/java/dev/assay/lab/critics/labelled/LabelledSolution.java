// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.labelled;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A solution of which it is known where it goes wrong: what a critic is scored on.
 *
 * @param subset that it is of, such as {@code processbench/gsm8k}
 * @param id of its own within the subset
 * @param text the whole solution as it was written
 * @param answer the final answer that it states, or null
 * @param label index of the first wrong step, from 0, or {@link #CLEAN}
 * @param finalAnswerCorrect whether the answer is the right one, or null where nobody says
 */
public record LabelledSolution(
    String subset,
    String id,
    String problem,
    List<String> steps,
    String text,
    @Nullable String answer,
    int label,
    @Nullable Boolean finalAnswerCorrect) {

  /** The label of a solution without a wrong step, and what a critic says who finds none. */
  public static final int CLEAN = -1;

  public LabelledSolution {
    steps = List.copyOf(steps);
  }

  public boolean clean() {
    return label == CLEAN;
  }

  /** How people find it again. */
  public String name() {
    return subset + "/" + id;
  }

  /**
   * Follows from all that a judge is shown, so that what was said of another text is told apart.
   */
  public UUID fingerprint() {
    String shown = name() + "\0" + problem + "\0" + text + "\0" + String.join("\0", steps);
    return UUID.nameUUIDFromBytes(shown.getBytes(StandardCharsets.UTF_8));
  }

  /** As a role is shown it; nobody counted its tokens. */
  public Solution solution() {
    AttemptId attempt = new AttemptId(new ProblemId(fingerprint()), 0);
    return new Solution(new SolutionId(attempt, 0), text, steps, answer, 0);
  }
}
