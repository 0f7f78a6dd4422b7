// SPDX-License-Identifier: Apache-2.0
package dev.assay.generator.core;

import dev.assay.contracts.AttemptEvent.Requested;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Spend;
import dev.assay.prompts.Draft;
import dev.assay.prompts.PromptStyle;
import dev.assay.roles.Role;
import java.util.Optional;

/** Drafts the first solution of an attempt. */
public final class Generator {

  private final Role role;

  public Generator(Role role) {
    this.role = role;
  }

  /**
   * Asks the model for a solution, and once more if the first states no answer. One that states
   * none even then is drafted as it is: it is evidence, and the selection counts it.
   *
   * @throws dev.assay.roles.NoReplyException if the model gives no reply
   */
  public Drafted draft(Requested task) {
    PromptStyle style = role.style();
    String question = task.problem().question();
    SolutionId id = task.attempt().solution(0);
    Role.Asked<Draft> asked =
        role.ask(
            style.solve(question),
            id.toString(),
            task.problem().deadline(),
            reply ->
                Optional.of(style.readSolution(question, reply))
                    .filter(draft -> draft.answer() != null));
    Draft draft = asked.value().orElseGet(() -> style.readSolution(question, asked.reply()));
    return new Drafted(
        task.problem(),
        new Solution(id, draft.text(), draft.steps(), draft.answer(), asked.tokens()).bounded(),
        role.model().name(),
        Spend.first(asked.usage()));
  }
}
