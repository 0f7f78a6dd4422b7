// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.roles.Role;
import java.util.Objects;

/** Gives one verdict for one request, whatever the model makes of it. */
public final class Verifier {

  private final Role role;

  public Verifier(Role role) {
    this.role = Objects.requireNonNull(role, "role");
  }

  /**
   * Asks the model. A reply that says neither right nor wrong, twice, is no verdict.
   *
   * @throws dev.assay.inference.api.ModelException if the model gives no reply
   */
  public Returned verify(Requested request) {
    String question = request.problem().question();
    Solution outcome = request.outcome();
    Role.Asked<Verdict> asked =
        role.ask(
            role.style().verify(question, outcome),
            request.verification().toString(),
            reply -> role.style().readVerdict(question, outcome, reply));
    Verdict verdict =
        asked.value().orElseGet(() -> new NoVerdict(Reason.UNREADABLE, asked.reply()));
    return returned(request, verdict, asked.usage());
  }

  /**
   * The verdict of a verification that was not made: neither right nor wrong.
   *
   * @param late whether the deadline had passed before the model was asked
   */
  public Returned giveUp(Requested request, boolean late, String why) {
    Reason reason = late ? Reason.LATE : Reason.UNAVAILABLE;
    return returned(request, new NoVerdict(reason, why), Usage.NONE);
  }

  private Returned returned(Requested request, Verdict verdict, Usage usage) {
    return new Returned(request.verification(), verdict, role.version(), usage);
  }
}
