// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.roles.Role;

/** The model writes a judgement, each time another draw: the more of them, the surer. */
public record SampledVerdicts(Role role) implements Protocol {

  @Override
  public String version() {
    return role.version();
  }

  @Override
  public int mostVerdicts() {
    return Integer.MAX_VALUE;
  }

  /** A reply that says neither right nor wrong, twice, is no verdict. */
  @Override
  public Judgement judge(Requested request) {
    String question = request.problem().question();
    Solution outcome = request.outcome();
    Role.Asked<Verdict> asked =
        role.ask(
            role.style().verify(question, outcome),
            request.verification().toString(),
            request.problem().deadline(),
            reply -> role.style().readVerdict(question, outcome, reply));
    Verdict verdict =
        asked.value().orElseGet(() -> new NoVerdict(Reason.UNREADABLE, asked.reply()));
    return new Judgement(verdict, asked.usage());
  }
}
