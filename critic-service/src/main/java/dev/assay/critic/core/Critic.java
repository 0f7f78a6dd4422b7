// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.core;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Unreadable;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Usage;
import dev.assay.reasoning.style.PromptStyle;
import dev.assay.roles.Role;

/** Looks for the first wrong step of a solution. */
public final class Critic {

  private final Role role;

  public Critic(Role role) {
    this.role = role;
  }

  /**
   * Asks the model for a judgement, and once more if the first reply gives none.
   *
   * @throws dev.assay.inference.api.ModelException if the model gives no reply
   */
  public Criticised criticise(Drafted task) {
    PromptStyle style = role.style();
    Role.Asked<Critique> asked =
        role.ask(
            style.criticise(task.problem().question(), task.solution()),
            task.solution().id() + "#critique",
            reply -> style.readCritique(task.solution(), reply));
    return judged(
        task, asked.value().orElseGet(() -> new Unreadable(asked.reply())), asked.usage());
  }

  /** The solution goes on unjudged: a critic that is away must not cost the attempt. */
  public Criticised unjudged(Drafted task, String reason) {
    return judged(task, new Unreadable(reason), Usage.NONE);
  }

  private Criticised judged(Drafted task, Critique critique, Usage usage) {
    return new Criticised(
        task.problem(), task.solution(), critique, role.model().name(), task.spend().then(usage));
  }
}
