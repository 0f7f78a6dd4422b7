// SPDX-License-Identifier: Apache-2.0
package dev.assay.generator.core;

import dev.assay.contracts.AttemptEvent.Requested;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Spend;
import dev.assay.contracts.Usage;
import dev.assay.prompts.Draft;
import dev.assay.prompts.SolvingProtocol;
import dev.assay.roles.Finding;
import dev.assay.roles.Role;
import dev.assay.roles.Terms;

/** Drafts the first solution of an attempt. */
public final class Generator {

  private final Role role;
  private final SolvingProtocol protocol;

  /**
   * @throws IllegalArgumentException if the role's protocol cannot solve
   */
  public Generator(Role role) {
    this.role = role;
    this.protocol = role.able(SolvingProtocol.class);
  }

  /**
   * Asks the model for a solution, and once more if the first states no answer. One that states
   * none even then is drafted as it is: it is evidence, and the selection counts it.
   *
   * @throws dev.assay.roles.NoReplyException if the model gives no reply
   */
  public Drafted draft(Requested task) {
    SolutionId id = new SolutionId(task.attempt(), 0);
    Finding<Draft> finding =
        role.ask(
                protocol.solve(task.problem().question()),
                id.toString(),
                Terms.ofAttempt(task.problem(), Usage.NONE))
            .said();
    Draft draft = finding.orElse(Draft::of);
    return new Drafted(
        task.problem(),
        new Solution(
                id, draft.text(), draft.steps(), draft.answer(), finding.tokens(), finding.origin())
            .bounded(),
        finding.by(),
        Spend.first(finding.usage()),
        finding.finishReason(),
        finding.forced());
  }
}
