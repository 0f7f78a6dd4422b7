// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static java.util.Objects.requireNonNull;

import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Problem;
import dev.assay.selection.calibration.Calibration;
import dev.assay.selection.calibration.CalibrationSet;
import dev.assay.selection.calibration.Calibrations;
import dev.assay.selection.calibration.ConfidenceScore;
import dev.assay.selection.risk.RiskControl;
import dev.assay.selection.risk.RiskThreshold;
import dev.assay.selection.risk.RiskThreshold.Attained;
import dev.assay.selection.risk.RiskThreshold.Unattainable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What labelled outcomes of the verifier in use say of an answer: how likely it is right, and
 * whether it keeps a caller's error rate.
 */
public final class Assurance {

  /** Nothing is known of the verifier in use. */
  public static final Assurance NONE = new Assurance(Calibrations.NONE);

  private static final double PERCENT = 100;

  private final Calibrations learnt;

  /** Of each set, as fitting one takes longer than looking at an answer. */
  private final IdentityHashMap<CalibrationSet, Calibration> fitted = new IdentityHashMap<>();

  private Assurance(Calibrations learnt) {
    this.learnt = learnt;
    learnt.sets().forEach(each -> fitted.put(each, Calibration.fit(each.outcomes())));
  }

  /** What the sets of one verifier say. */
  public static Assurance from(Calibrations learnt) {
    return learnt.sets().isEmpty() ? NONE : new Assurance(learnt);
  }

  /** What a verifier's only set says. */
  public static Assurance from(CalibrationSet learnt) {
    return from(new Calibrations(List.of(learnt)));
  }

  /**
   * The probability that the chosen group's answer is right, or null where nothing is known of
   * answers to questions of this kind that were gathered in this way.
   *
   * @param groups the chosen one first, at least one
   */
  @Nullable Double confidence(Problem problem, List<AnswerGroup> groups) {
    return learnt
        .speaking(problem.kind(), problem.policy())
        .filter(set -> set.silence(groups).isEmpty())
        .map(set -> requireNonNull(fitted.get(set)).confidence(ConfidenceScore.of(groups)))
        .orElse(null);
  }

  /**
   * Whether an answer may be called verified under an error rate.
   *
   * @param kept whether it may
   * @param reason one sentence
   */
  record Promise(boolean kept, String reason) {}

  /**
   * Why no evidence whatever could keep the caller's error rate, so that nothing need be bought to
   * find out; empty where some could, or where no rate is asked for.
   */
  public Optional<String> hopeless(Problem problem) {
    Double rate = problem.policy().maxErrorRate();
    return rate == null ? Optional.empty() : hopeless(problem, rate);
  }

  private Optional<String> hopeless(Problem problem, double maxErrorRate) {
    return learnt
        .silence(problem.kind(), problem.policy())
        .or(() -> unattainable(problem, maxErrorRate))
        .flatMap(reason -> broken(maxErrorRate, reason));
  }

  private Optional<String> unattainable(Problem problem, double maxErrorRate) {
    return threshold(problem, maxErrorRate) instanceof Unattainable(String reason)
        ? Optional.of(reason)
        : Optional.empty();
  }

  private RiskThreshold threshold(Problem problem, double maxErrorRate) {
    CalibrationSet set = learnt.speaking(problem.kind(), problem.policy()).orElseThrow();
    return RiskControl.threshold(set.outcomes(), maxErrorRate, RiskControl.DELTA);
  }

  /**
   * Looks whether this answer keeps the rate: the score of its evidence has to reach the threshold
   * that the labelled outcomes support.
   *
   * @param groups the chosen one first, at least one
   */
  Promise promise(Problem problem, double maxErrorRate, List<AnswerGroup> groups) {
    return hopeless(problem, maxErrorRate)
        .or(() -> unknown(problem, maxErrorRate, groups))
        .map(reason -> new Promise(false, reason))
        .orElseGet(
            () ->
                weighed(
                    (Attained) threshold(problem, maxErrorRate),
                    maxErrorRate,
                    ConfidenceScore.of(groups)));
  }

  private Optional<String> unknown(Problem problem, double maxErrorRate, List<AnswerGroup> groups) {
    return learnt
        .speaking(problem.kind(), problem.policy())
        .flatMap(set -> set.silence(groups))
        .flatMap(reason -> broken(maxErrorRate, reason));
  }

  private static Promise weighed(Attained threshold, double maxErrorRate, double score) {
    boolean kept = threshold.admits(score);
    return new Promise(
        kept,
        String.format(
            Locale.ROOT,
            "the score of the evidence %.3f %s %.3f, from which an error rate of at most %.1f %% is"
                + " kept (%d of %d labelled outcomes were wrong)",
            score,
            kept ? "reaches" : "is below",
            threshold.score(),
            PERCENT * maxErrorRate,
            threshold.errors(),
            threshold.selected()));
  }

  private static Optional<String> broken(double maxErrorRate, String reason) {
    return Optional.of("max_error_rate %s cannot be promised: %s".formatted(maxErrorRate, reason));
  }
}
