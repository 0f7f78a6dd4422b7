// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.core;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Unreadable;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Usage;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.roles.Finding;
import dev.assay.roles.Role;
import dev.assay.roles.Terms;

/** Looks for the first wrong step of a solution. */
public final class Critic {

  private final Role role;
  private final CriticisingProtocol protocol;

  /**
   * @throws IllegalArgumentException if the role's protocol cannot criticise
   */
  public Critic(Role role) {
    this.role = role;
    this.protocol = role.able(CriticisingProtocol.class);
  }

  /**
   * Judges by what the protocol knows without a model, which costs nothing, or else by the model.
   *
   * @throws dev.assay.roles.NoReplyException if the model gives no reply
   */
  public Criticised criticise(Drafted task) {
    Finding<Critique> finding =
        role.ask(
            protocol.criticise(task.problem().question(), task.solution()),
            task.solution().id() + "#critique",
            Terms.of(task.problem()));
    return new Criticised(
        task.problem(),
        task.solution(),
        finding.orElse(none -> new Unreadable(none.explained())),
        finding.by(),
        task.spend().then(finding.usage()),
        finding.finishReason(),
        finding.forced());
  }

  /** The solution goes on unjudged: a critic that is away must not cost the attempt. */
  public Criticised unjudged(Drafted task, String reason) {
    return new Criticised(
        task.problem(),
        task.solution(),
        new Unreadable(reason),
        role.model().name(),
        task.spend().then(Usage.NONE));
  }
}
