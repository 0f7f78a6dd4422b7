// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.core;

import dev.assay.claims.ExactCritic;
import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Unreadable;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Usage;
import dev.assay.prompts.PromptStyle;
import dev.assay.roles.Role;
import java.util.Optional;

/** Looks for the first wrong step of a solution. */
public final class Critic {

  /** In place of a model's name. */
  private static final String EXACT = "exact arithmetic";

  private final Role role;
  private final ExactCritic exact = new ExactCritic();

  public Critic(Role role) {
    this.role = role;
  }

  /**
   * Looks for arithmetic that is false, which costs nothing; where there is none, asks the model
   * for a judgement, and once more if the first reply gives none.
   *
   * @throws dev.assay.roles.NoReplyException if the model gives no reply
   */
  public Criticised criticise(Drafted task) {
    return shown(task).orElseGet(() -> asked(task));
  }

  private Optional<Criticised> shown(Drafted task) {
    return role.style().prose()
        ? exact
            .critique(task.problem().question(), task.solution().steps())
            .map(flawed -> judged(task, flawed, EXACT, Usage.NONE))
        : Optional.empty();
  }

  private Criticised asked(Drafted task) {
    PromptStyle style = role.style();
    String question = task.problem().question();
    Role.Asked<Critique> asked =
        role.ask(
            style.criticise(question, task.solution()),
            task.solution().id() + "#critique",
            task.problem().deadline(),
            reply -> style.readCritique(question, task.solution(), reply));
    return judged(
        task,
        asked.value().orElseGet(() -> new Unreadable(asked.reply())),
        role.model().name(),
        asked.usage());
  }

  /** The solution goes on unjudged: a critic that is away must not cost the attempt. */
  public Criticised unjudged(Drafted task, String reason) {
    return judged(task, new Unreadable(reason), role.model().name(), Usage.NONE);
  }

  private Criticised judged(Drafted task, Critique critique, String by, Usage usage) {
    return new Criticised(task.problem(), task.solution(), critique, by, task.spend().then(usage));
  }
}
