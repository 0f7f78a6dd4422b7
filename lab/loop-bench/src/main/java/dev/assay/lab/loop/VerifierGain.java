// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.contracts.Json;
import dev.assay.contracts.Verdict;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How verdicts turned out on outcomes whose truth is known, and what it is worth to keep only what
 * passes.
 *
 * @param right outcomes with a readable verdict that are right
 * @param wrong the others with one
 * @param onRight readable verdicts on right outcomes
 * @param rightPassed what of a pass they come to, added up
 * @param onWrong readable verdicts on wrong outcomes
 * @param wrongPassed what of a pass they come to, added up
 */
public record VerifierGain(
    int right, int wrong, int onRight, double rightPassed, int onWrong, double wrongPassed) {

  public static final VerifierGain NONE = new VerifierGain(0, 0, 0, 0, 0, 0);

  /**
   * @param attempts of the evidence; of an attempt's solutions those with verdicts are outcomes
   */
  static VerifierGain of(String target, JsonNode attempts) {
    VerifierGain all = NONE;
    for (JsonNode attempt : attempts) {
      for (JsonNode solution : attempt.path("solutions")) {
        boolean right = EvidenceScore.isRight(solution.path("answer").asString(null), target);
        all = all.plus(of(right, solution.path("verdicts")));
      }
    }
    return all;
  }

  private static VerifierGain of(boolean right, JsonNode verdicts) {
    int readable = 0;
    double passed = 0;
    for (JsonNode each : verdicts) {
      Verdict verdict = Json.mapper().treeToValue(each.path("verdict"), Verdict.class);
      readable += verdict.readable() ? 1 : 0;
      passed += verdict.pass();
    }
    if (readable == 0) {
      return NONE;
    }
    return right
        ? new VerifierGain(1, 0, readable, passed, 0, 0)
        : new VerifierGain(0, 1, 0, 0, readable, passed);
  }

  public VerifierGain plus(VerifierGain other) {
    return new VerifierGain(
        right + other.right,
        wrong + other.wrong,
        onRight + other.onRight,
        rightPassed + other.rightPassed,
        onWrong + other.onWrong,
        wrongPassed + other.wrongPassed);
  }

  /** The share of outcomes that are right. */
  public double accuracy() {
    return (double) right / (right + wrong);
  }

  /** The share of verdicts on right outcomes that pass them. */
  public double truePass() {
    return rightPassed / onRight;
  }

  /** The share of verdicts on wrong outcomes that pass them. */
  public double falsePass() {
    return wrongPassed / onWrong;
  }

  /**
   * By how much the share of right outcomes grows where one verdict decides what is kept: {@code
   * acc TPR / (acc TPR + (1 - acc) FPR) - acc} (arXiv 2512.02304). Empty where the labels do not
   * allow for it: where none is right, none is wrong, or nothing passes.
   */
  public Optional<Double> gain() {
    if (right == 0 || wrong == 0 || rightPassed + wrongPassed == 0) {
      return Optional.empty();
    }
    double kept = accuracy() * truePass();
    return Optional.of(kept / (kept + (1 - accuracy()) * falsePass()) - accuracy());
  }
}
