// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.contracts.VerifierVersion;
import java.util.Objects;

/** Gives one verdict for one request, whatever the model makes of it. */
public final class Verifier {

  private final VerdictSource source;

  public Verifier(VerdictSource source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /**
   * Asks the model.
   *
   * @throws dev.assay.roles.NoReplyException if the model does not answer
   */
  public Returned verify(Requested request) {
    VerdictSource.Judgement judgement = source.judge(request);
    LocatedVerdict located = LocatedVerdict.of(judgement.verdict(), request.covers());
    return new Returned(
        request.verification(),
        located.verdict(),
        new VerifierVersion(source.version(), judgement.forced()).toString(),
        judgement.usage(),
        judgement.finishReason(),
        judgement.forced(),
        located.outcomeError(),
        judgement.origin());
  }

  /**
   * The verdict of a verification that was not made: neither right nor wrong.
   *
   * @param late whether the deadline had passed before the model was asked
   */
  public Returned giveUp(Requested request, boolean late, String why) {
    Reason reason = late ? Reason.LATE : Reason.UNAVAILABLE;
    NoVerdict none = new NoVerdict(reason, why);
    return new Returned(request.verification(), none, source.version(), Usage.NONE);
  }
}
