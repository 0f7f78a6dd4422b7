// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine.core;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.prompts.Draft;
import dev.assay.prompts.PromptStyle;
import dev.assay.roles.Role;
import java.util.Optional;

/** Writes the next revision of a solution with the critique in hand. */
public final class Refiner {

  private final Role role;

  public Refiner(Role role) {
    this.role = role;
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
    PromptStyle style = role.style();
    SolutionId id = task.solution().id().next();
    Role.Asked<Draft> asked =
        role.ask(
            style.refine(task.problem().question(), task.solution(), flawed),
            id.toString(),
            task.problem().deadline(),
            reply ->
                Optional.of(read(task, flawed, reply)).filter(draft -> draft.answer() != null));
    Draft draft = asked.value().orElseGet(() -> read(task, flawed, asked.reply()));
    return new Drafted(
        task.problem(),
        new Solution(id, draft.text(), draft.steps(), draft.answer(), length(task, draft, asked))
            .bounded(),
        role.model().name(),
        task.spend().then(asked.usage()));
  }

  /**
   * Tokens of the whole revision. A model may have written only the end of it; what was kept counts
   * at the rate of the solution that it was kept from.
   */
  private static int length(Criticised task, Draft draft, Role.Asked<Draft> asked) {
    Solution before = task.solution();
    int kept = Math.max(0, draft.text().length() - asked.reply().length());
    int most = Math.max(1, before.text().length());
    return asked.tokens() + Math.round((float) before.tokens() * kept / most);
  }

  private Draft read(Criticised task, Flawed flawed, String reply) {
    return role.style().readRefinement(task.problem().question(), task.solution(), flawed, reply);
  }
}
