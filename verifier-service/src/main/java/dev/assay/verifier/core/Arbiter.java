// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Comparison;
import dev.assay.contracts.ComparisonEvent.Requested;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.prompts.ComparingProtocol;
import dev.assay.roles.Finding;
import dev.assay.roles.Role;
import dev.assay.roles.Terms;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says of two answers whether they are one, whatever its model makes of them. */
public final class Arbiter {

  private static final String NOBODY = "nobody";

  private final @Nullable Role role;
  private final @Nullable ComparingProtocol protocol;

  /**
   * @param role of the model that compares, or null where none does: what others ask for is then
   *     left open
   * @throws IllegalArgumentException if the role's protocol cannot compare
   */
  public Arbiter(@Nullable Role role) {
    this.role = role;
    this.protocol = role == null ? null : role.able(ComparingProtocol.class);
  }

  /** Who compares: model, prompt style and temperature. */
  public String version() {
    return role == null ? NOBODY : role.version();
  }

  /**
   * Asks the model; a reply that says neither, twice, leaves it open.
   *
   * @throws dev.assay.roles.NoReplyException if the model does not answer
   */
  public Compared compare(Requested request) {
    if (role == null) {
      return giveUp(
          request, "no arbiter here (expected: assay.arbiter.enabled in every verifier-service)");
    }
    Finding<Comparison> finding =
        role.ask(
            Objects.requireNonNull(protocol)
                .compare(request.problem().question(), request.one(), request.other()),
            request.comparison().toString(),
            Terms.of(request.problem()));
    return new Compared(
        request.comparison(),
        finding.value().orElse(null),
        Unknowns.why(finding),
        version(),
        finding.usage(),
        finding.finishReason(),
        finding.forced());
  }

  /** The comparison that was not made: it is left open. */
  public Compared giveUp(Requested request, String why) {
    return new Compared(request.comparison(), null, why, version(), Usage.NONE, null, null);
  }
}
