// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer;
import dev.assay.contracts.SolutionId;
import java.util.Map;

/** What the evidence allows to say now. */
public sealed interface Decision {

  /** The problem ends with this answer. */
  record Settle(Answer answer) implements Decision {}

  /**
   * More evidence is wanted than has been asked for.
   *
   * @param attempts so many more
   * @param verdicts so many more on each of these solutions
   */
  record Ask(int attempts, Map<SolutionId, Integer> verdicts) implements Decision {
    public Ask {
      verdicts = Map.copyOf(verdicts);
    }
  }

  /** Evidence that was asked for is still to come, and there is time for it. */
  record Wait() implements Decision {}
}
