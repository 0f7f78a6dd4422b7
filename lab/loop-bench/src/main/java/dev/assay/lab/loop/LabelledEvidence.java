// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.VerifierVersion;
import dev.assay.selection.calibration.ComputeBudget;
import dev.assay.selection.calibration.ConfidenceScore;
import dev.assay.selection.calibration.LabelledOutcome;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a settled problem of known answer teaches about its verifier.
 *
 * @param verifiers the versions whose verdicts are in the evidence, forced ones with the others;
 *     one, as a rule
 * @param generators the models whose solutions they are about
 * @param effort that the problem was worked with
 * @param gain what its verdicts are worth
 */
public record LabelledEvidence(
    Set<String> verifiers,
    Set<String> generators,
    ComputeBudget effort,
    LabelledOutcome outcome,
    VerifierGain gain) {

  public LabelledEvidence {
    verifiers = Set.copyOf(verifiers);
    generators = Set.copyOf(generators);
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
    JsonNode attempts = evidence.path("attempts");
    return new LabelledEvidence(
        verifiers(attempts),
        generators(attempts),
        effort,
        new LabelledOutcome(score, right),
        VerifierGain.of(target, attempts));
  }

  private static Set<String> verifiers(JsonNode attempts) {
    Set<String> verifiers = new TreeSet<>();
    for (JsonNode attempt : attempts) {
      for (JsonNode solution : attempt.path("solutions")) {
        for (JsonNode verdict : solution.path("verdicts")) {
          verifiers.add(VerifierVersion.parse(verdict.path("model").asString()).role());
        }
      }
    }
    return verifiers;
  }

  private static Set<String> generators(JsonNode attempts) {
    Set<String> generators = new TreeSet<>();
    for (JsonNode attempt : attempts) {
      for (JsonNode solution : attempt.path("solutions")) {
        Optional.ofNullable(solution.path("model").asString(null)).ifPresent(generators::add);
      }
    }
    return generators;
  }
}
