// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.prompts.Reading;
import dev.assay.prompts.ReferenceVerifyingProtocol;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.roles.Finding;
import dev.assay.roles.Role;
import dev.assay.roles.Terms;

/** The model writes a judgement, each time another draw: the more of them, the surer. */
public final class SampledVerdicts implements VerdictSource {

  private final Role role;
  private final VerifyingProtocol protocol;
  private final boolean summarised;

  /**
   * On solutions as they are.
   *
   * @throws IllegalArgumentException if the role's protocol cannot verify
   */
  public SampledVerdicts(Role role) {
    this(role, false);
  }

  /**
   * @param summarised whether what it is shown are outcomes: what is learnt of verdicts on those
   *     holds for no others
   * @throws IllegalArgumentException if the role's protocol cannot verify
   */
  public SampledVerdicts(Role role, boolean summarised) {
    this.role = role;
    this.summarised = summarised;
    this.protocol = role.able(VerifyingProtocol.class);
  }

  @Override
  public String version() {
    return summarised ? role.version() + "/summarised" : role.version();
  }

  @Override
  public int mostVerdicts() {
    return Integer.MAX_VALUE;
  }

  /** A reply that says neither right nor wrong, twice, is no verdict. */
  @Override
  public Judgement judge(Requested request) {
    Finding<Verdict> finding =
        role.ask(opening(request), request.verification().toString(), Terms.of(request.problem()));
    return new Judgement(
        finding.orElse(none -> new NoVerdict(Reason.UNREADABLE, none.explained())),
        finding.usage(),
        finding.finishReason(),
        finding.forced(),
        finding.origin());
  }

  /** Against the right answer, where the protocol can and the problem has one. */
  private Reading<Verdict> opening(Requested request) {
    String question = request.problem().question();
    String reference = request.problem().reference();
    return reference != null && protocol instanceof ReferenceVerifyingProtocol against
        ? against.verify(question, reference, request.judged())
        : protocol.verify(question, request.judged());
  }
}
