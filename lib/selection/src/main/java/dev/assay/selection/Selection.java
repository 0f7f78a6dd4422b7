// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Problem;
import dev.assay.selection.scoring.Exclusion;
import dev.assay.selection.stopping.SelectionCriterion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides whether a problem can be settled, and with which answer, or what it still needs. */
public final class Selection {

  private final Assurance assurance;

  /**
   * @param assurance what is known of the verifier that the evidence comes from
   */
  public Selection(Assurance assurance) {
    this.assurance = assurance;
  }

  /**
   * Settles when every attempt has reached its end, when nothing more is worth asking for, or when
   * the deadline has come; then with what has arrived. An error rate that no evidence could keep is
   * settled at once. A comparison of two answers that may change the answer is waited for.
   *
   * @param evidence {@link Evidence#grouped}
   */
  public Decision decide(Problem problem, Evidence evidence, Instant now) {
    Optional<String> hopeless = assurance.hopeless(problem);
    if (hopeless.isPresent()) {
      return new Decision.Settle(
          told(settlement(problem, evidence, false, now).withheld(hopeless.get()), evidence));
    }
    List<AnswerGroupSums> groups = AnswerGroupSums.of(evidence.answered());
    Exclusion exclusion = Differences.among(groups);
    SelectionCriterion criterion = SelectionCriterion.of(problem.policy(), exclusion);
    OutstandingWork demand = OutstandingWork.of(problem, evidence, groups, criterion);
    boolean due = !now.isBefore(problem.deadline());
    boolean awaited =
        demand.met() && PendingComparisons.matter(evidence, some -> among(problem, some, now));
    if (due || (demand.met() && !awaited)) {
      boolean late = !demand.met() || awaited;
      return new Decision.Settle(
          told(
              groups.isEmpty()
                  ? anytime(problem, evidence, late, now)
                  : settlement(problem, evidence, late, now).among(exclusion),
              evidence));
    }
    return demand.nothing()
        ? new Decision.Wait()
        : new Decision.Ask(demand.attempts(), demand.verdicts());
  }

  /** As it would be in time. */
  private Answer among(Problem problem, Evidence evidence, Instant now) {
    Exclusion exclusion = Differences.among(AnswerGroupSums.of(evidence.answered()));
    return settlement(problem, evidence, false, now).among(exclusion);
  }

  /** No final solution states an answer; a draft may. */
  private Answer anytime(Problem problem, Evidence evidence, boolean late, Instant now) {
    Settlement settlement = settlement(problem, evidence, late, now);
    return evidence.answeredDrafts().isEmpty()
        ? settlement.without(StatusReasons.noAnswer(evidence))
        : settlement.unverified();
  }

  /** The end of a problem that nobody wants answered any more. */
  public Answer cancelled(Problem problem, Evidence evidence, Instant now) {
    return settlement(problem, evidence, false, now)
        .without("cancelled by the caller")
        .warning(AnswerWarnings.of(evidence));
  }

  /** With what it is to be warned of, and why nothing was verified where no verdict was read. */
  private static Answer told(Answer answer, Evidence evidence) {
    Answer warning = answer.warning(AnswerWarnings.of(evidence));
    return UnreadableVerdicts.of(evidence)
        .filter(UnreadableVerdicts::none)
        .map(each -> because(warning, each.message()))
        .orElse(warning);
  }

  private static Answer because(Answer answer, String more) {
    return new Answer(
        answer.status(),
        answer.text(),
        new Answer.Rationale(answer.reason() + "; " + more, answer.rationale().explanation()),
        answer.support(),
        answer.work(),
        answer.ranking(),
        answer.usage(),
        answer.settledAt(),
        answer.warnings());
  }

  private Settlement settlement(Problem problem, Evidence evidence, boolean late, Instant now) {
    return Settlement.of(problem, evidence, assurance, late, now);
  }
}
