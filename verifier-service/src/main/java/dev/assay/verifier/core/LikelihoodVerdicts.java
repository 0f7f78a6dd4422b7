// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.roles.LikelihoodRole;
import dev.assay.roles.StepLikelihoods;
import dev.assay.selection.calibration.LikelihoodScale;
import java.util.List;
import java.util.Locale;

/**
 * The model reads the claimed steps and says how likely it finds them; the least likely step,
 * calibrated, decides. Nothing is drawn, so a second verdict on the same solution would be the
 * first one again: one is all there is.
 *
 * @param scale what this role's likelihoods are worth
 */
public record LikelihoodVerdicts(LikelihoodRole role, LikelihoodScale scale)
    implements VerdictSource {

  /** From here on it is likelier right than wrong. */
  private static final double EVEN = 0.5;

  /**
   * @throws IllegalArgumentException if the scale is another verifier's
   */
  public LikelihoodVerdicts {
    if (!scale.verifier().equals(role.version())) {
      throw new IllegalArgumentException(
          "the likelihoods of %s are calibrated, not those of %s (expected: of the model in use)"
              .formatted(scale.verifier(), role.version()));
    }
  }

  @Override
  public String version() {
    return role.version();
  }

  @Override
  public int mostVerdicts() {
    return 1;
  }

  @Override
  public Judgement judge(Requested request) {
    Solution outcome = request.judged();
    LikelihoodRole.Read read =
        role.read(request.problem().question(), outcome, request.problem().deadline());
    return new Judgement(verdict(outcome, read.steps()), read.usage(), null, false, origin());
  }

  /** Nothing is drawn. */
  private ReplyOrigin origin() {
    return new ReplyOrigin(null, true, null, null, role.account().weights(), null, null, null);
  }

  private Verdict verdict(Solution outcome, StepLikelihoods steps) {
    double probability = scale.probability(steps.least());
    return probability >= EVEN
        ? new Correct(probability)
        : new FirstError(steps.leastLikely(), why(outcome.steps(), steps, probability));
  }

  /** Steps are counted from 1 for people. */
  private static String why(List<String> claimed, StepLikelihoods steps, double probability) {
    int index = steps.leastLikely();
    return String.format(
        Locale.ROOT,
        "step %d of %d, %s, has a token of probability %.2g; a solution with such a step is right"
            + " with probability %.3f",
        index + 1,
        claimed.size(),
        index < claimed.size() ? claimed.get(index) : "nothing",
        Math.exp(steps.least()),
        probability);
  }
}
