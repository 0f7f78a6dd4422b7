// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.JudgedSolution;
import dev.assay.contracts.ProblemId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns who runs the verifier that it said nothing readable about a whole problem: its model may
 * speak another protocol, and each further problem would be paid for in vain.
 */
final class UnreadWarning {

  private static final Logger LOG = LoggerFactory.getLogger(UnreadWarning.class);

  private UnreadWarning() {}

  /** To be told of each answer that is settled, once. */
  static void of(ProblemId problem, Answer answer) {
    List<JudgedSolution> judged =
        answer.ranking().groups().stream()
            .flatMap(group -> group.solutions().stream())
            .filter(solution -> solution.asked() > 0)
            .toList();
    if (!judged.isEmpty() && judged.stream().allMatch(solution -> solution.readable() == 0)) {
      LOG.warn(
          "problem {}: none of its verdicts could be read: {}",
          problem,
          answer.rationale().reason());
    }
  }
}
