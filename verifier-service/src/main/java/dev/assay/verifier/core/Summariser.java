// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Outcome;
import dev.assay.contracts.OutcomeEvent.Requested;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.prompts.SummarisingProtocol;
import dev.assay.roles.Finding;
import dev.assay.roles.Role;
import dev.assay.roles.Terms;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reduces a solution to its outcome, if that can be had. */
public final class Summariser {

  private static final String NOBODY = "nobody";

  private final @Nullable Role role;
  private final @Nullable SummarisingProtocol protocol;

  /**
   * @param role of the model that summarises, or null where none does: solutions are then judged as
   *     they are
   * @throws IllegalArgumentException if the role's protocol cannot summarise
   */
  public Summariser(@Nullable Role role) {
    this.role = role;
    this.protocol = role == null ? null : role.able(SummarisingProtocol.class);
  }

  /** Who summarises: model, prompt style and temperature. */
  public String version() {
    return role == null ? NOBODY : role.version();
  }

  /**
   * Asks the model; a reply that is no outcome of the solution, twice, leaves it as it is.
   *
   * @throws dev.assay.roles.NoReplyException if the model does not answer
   */
  public Summarised summarise(Requested request) {
    if (role == null) {
      return giveUp(
          request,
          "no summariser here (expected: assay.verifier.outcome: summarised in every"
              + " verifier-service)");
    }
    Finding<Outcome> finding =
        role.ask(
            Objects.requireNonNull(protocol)
                .summarise(request.problem().question(), request.solution()),
            request.solution().id() + "#outcome",
            Terms.of(request.problem()));
    return new Summarised(
        request.solution().id(),
        finding.value().orElse(null),
        Unknowns.why(finding),
        version(),
        finding.usage(),
        finding.finishReason());
  }

  /** The outcome that was not made: the solution is judged as it is. */
  public Summarised giveUp(Requested request, String why) {
    return new Summarised(request.solution().id(), null, why, version(), Usage.NONE, null);
  }
}
