// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.selection.calibration.ComputeBudget;
import dev.assay.selection.calibration.ConfidenceScore;
import dev.assay.selection.calibration.LabelledOutcome;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a settled problem of known answer teaches about its verifier.
 *
 * @param verifiers the versions whose verdicts are in the evidence; one, as a rule
 * @param effort that the problem was worked with
 */
public record LabelledEvidence(
    Set<String> verifiers, ComputeBudget effort, LabelledOutcome outcome) {

  public LabelledEvidence {
    verifiers = Set.copyOf(verifiers);
  }

  /**
   * @param problem as the gateway shows it, with its policy
   * @return null where there is no answer to be right or wrong, or the deadline cut it short
   */
  static @Nullable LabelledEvidence of(
      String target, JsonNode problem, Answer answer, JsonNode evidence) {
    if (answer.groups().isEmpty() || answer.late()) {
      return null;
    }
    Policy policy = Json.mapper().treeToValue(problem.path("policy"), Policy.class);
    boolean right = EvidenceScore.isRight(answer.groups().getFirst().answer(), target);
    double score = ConfidenceScore.of(answer.groups());
    // A verifier of whom one verdict tells all was not asked for the M of the policy.
    ComputeBudget effort =
        ComputeBudget.of(policy.withVerificationsUpTo(answer.work().verifications()));
    return new LabelledEvidence(verifiers(evidence), effort, new LabelledOutcome(score, right));
  }

  private static Set<String> verifiers(JsonNode evidence) {
    Set<String> verifiers = new TreeSet<>();
    for (JsonNode attempt : evidence.path("attempts")) {
      for (JsonNode solution : attempt.path("solutions")) {
        for (JsonNode verdict : solution.path("verdicts")) {
          verifiers.add(verdict.path("model").asString());
        }
      }
    }
    return verifiers;
  }
}
