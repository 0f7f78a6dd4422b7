// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.FinishReason;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.VerificationEvent.Requested;
import org.jspecify.annotations.Nullable;

/** How a verifier comes to its verdicts. */
public sealed interface VerdictSource permits SampledVerdicts, LikelihoodVerdicts {

  /** Who judges, and how: what is learnt of one version holds for no other. */
  String version();

  /** How many verdicts on one solution are evidence of their own. */
  int mostVerdicts();

  /**
   * Judges an outcome.
   *
   * @throws dev.assay.roles.NoReplyException if the model does not answer
   */
  Judgement judge(Requested request);

  /**
   * A verdict and what it cost.
   *
   * @param usage of the calls of this verdict
   * @param finishReason why the last reply ended, or null where the model wrote none
   * @param forced whether the model gave no verdict of its own accord, and was made to
   * @param origin how the reply came about
   */
  record Judgement(
      Verdict verdict,
      Usage usage,
      @Nullable FinishReason finishReason,
      boolean forced,
      ReplyOrigin origin) {}
}
