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
   * settled at once. A comparison of two answers that may change the answer is waited for. Nothing
   * is asked for that the policy's budget may not pay for; where that leaves nothing to wait for,
   * the problem is settled with what there is.
   *
   * @param evidence {@link Evidence#grouped}
   */
  public Decision decide(Problem problem, Evidence evidence, Instant now) {
    return decide(problem, evidence, false, now);
  }

  /**
   * The same.
   *
   * @param summarised whether the first verdict on a solution takes a call more, for its outcome
   */
  public Decision decide(Problem problem, Evidence evidence, boolean summarised, Instant now) {
    Optional<String> hopeless = assurance.hopeless(problem);
    if (hopeless.isPresent()) {
      return new Decision.Settle(
          told(settlement(problem, evidence, false, now).withheld(hopeless.get()), evidence));
    }
    List<AnswerGroupSums> groups = AnswerGroupSums.of(evidence.answered());
    Exclusion exclusion = Differences.among(groups);
    SelectionCriterion criterion = SelectionCriterion.of(problem.policy(), exclusion);
    OutstandingWork wanted = OutstandingWork.of(problem, evidence, groups, criterion);
    OutstandingWork demand = affordable(wanted, problem, evidence, summarised);
    boolean unaffordable = demand.nothing() && !wanted.nothing();
    boolean met = demand.met() || (unaffordable && WorkUnderWay.of(evidence).none());
    boolean due = !now.isBefore(problem.deadline());
    boolean awaited = met && PendingComparisons.matter(evidence, some -> among(problem, some, now));
    if (due || (met && !awaited)) {
      boolean late = !met || awaited;
      Answer answer =
          groups.isEmpty()
              ? anytime(problem, evidence, late, now)
              : settlement(problem, evidence, late, now).among(exclusion);
      return new Decision.Settle(
          BudgetEnd.marked(told(answer, evidence), problem.policy(), unaffordable));
    }
    return demand.nothing()
        ? new Decision.Wait()
        : new Decision.Ask(demand.attempts(), demand.verdicts());
  }

  private static OutstandingWork affordable(
      OutstandingWork wanted, Problem problem, Evidence evidence, boolean summarised) {
    RemainingBudget left = RemainingBudget.of(problem.policy(), evidence, summarised);
    return AffordableWork.of(wanted, problem.policy(), evidence, left);
  }

  /**
   * How many calls the budget pays for besides attempts and verdicts, which come first.
   *
   * @param summarised whether the first verdict on a solution takes a call more, for its outcome
   */
  public static int spareCalls(Problem problem, Evidence evidence, boolean summarised) {
    return (int) RemainingBudget.of(problem.policy(), evidence, summarised).spare();
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
        .map(each -> warning.because(each.message()))
        .orElse(warning);
  }

  private Settlement settlement(Problem problem, Evidence evidence, boolean late, Instant now) {
    return Settlement.of(problem, evidence, assurance, late, now);
  }
}
