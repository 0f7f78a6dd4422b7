// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.contracts.Answer.AnswerGroup;
import java.util.List;

/**
 * A recorded problem that selection has settled.
 *
 * @param groups as in the answer, the chosen one first
 * @param right whether the chosen answer is right
 */
public record SettledCase(List<AnswerGroup> groups, boolean right) {

  public SettledCase {
    groups = List.copyOf(groups);
  }

  AnswerGroup chosen() {
    return groups.getFirst();
  }
}
