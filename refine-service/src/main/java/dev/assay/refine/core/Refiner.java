// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine.core;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.prompts.Draft;
import dev.assay.roles.Finding;
import dev.assay.roles.Role;
import dev.assay.roles.Terms;
import java.util.Optional;

/** Writes the next revision of a solution with the critique in hand. */
public final class Refiner {

  private final Role role;
  private final Revising revising;

  /** One that writes solutions anew as a whole. */
  public Refiner(Role role) {
    this(role, RefineMode.REWRITE);
  }

  /**
   * @throws IllegalArgumentException if the role's protocol cannot refine in this mode
   */
  public Refiner(Role role, RefineMode mode) {
    this.role = role;
    this.revising = Revising.in(mode, role);
  }

  /**
   * Asks the model for a revision, and once more if the first states no answer.
   *
   * @return the revision, or empty if the critique does not ask for one
   * @throws dev.assay.roles.NoReplyException if the model gives no reply
   */
  public Optional<Drafted> refine(Criticised task) {
    return task.wantsRevision() && task.critique() instanceof Flawed flawed
        ? Optional.of(refine(task, flawed))
        : Optional.empty();
  }

  private Drafted refine(Criticised task, Flawed flawed) {
    SolutionId id = task.solution().id().next();
    Finding<Draft> finding =
        role.ask(
                revising.open(task.problem().question(), task.solution(), flawed),
                id.toString(),
                Terms.ofAttempt(task.problem(), task.spend().attempt()))
            .said();
    Draft draft = finding.orElse(Draft::of);
    return new Drafted(
        task.problem(),
        new Solution(
                id,
                draft.text(),
                draft.steps(),
                draft.answer(),
                length(task, draft, finding),
                finding.origin().after(task.solution().reply()))
            .bounded(),
        finding.by(),
        task.spend().then(finding.usage()),
        finding.finishReason(),
        finding.forced(),
        revising.how(task.solution(), flawed, finding.reading()));
  }

  /**
   * Tokens of the whole revision. A model may have written only the end of it; what was kept counts
   * at the rate of the solution that it was kept from.
   */
  private static int length(Criticised task, Draft draft, Finding<Draft> finding) {
    Solution before = task.solution();
    if (draft.text().equals(before.text())) {
      return before.tokens();
    }
    int kept = Math.max(0, draft.text().length() - finding.reply().length());
    int most = Math.max(1, before.text().length());
    return finding.tokens() + Math.round((float) before.tokens() * kept / most);
  }
}
