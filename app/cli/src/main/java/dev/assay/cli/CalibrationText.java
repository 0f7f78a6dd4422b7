// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.loop.LabelledEvidence;
import dev.assay.lab.loop.VerifierGain;
import dev.assay.lab.studies.confidence.Ranking;
import dev.assay.selection.calibration.Calibration;
import dev.assay.selection.calibration.CalibrationRecord;
import dev.assay.selection.calibration.CalibrationSet;
import dev.assay.selection.calibration.LabelledOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What was learnt of a verifier, for people, and what to beware of. */
record CalibrationText(CalibrationSet learnt, List<LabelledEvidence> labelled) {

  private static final double PERCENT = 100;

  /** A score that ranks worse says too little to decide by. */
  private static final double LEAST_AUROC = 0.6;

  private static final double CHANCE = 0.5;

  /**
   * All of it, a line each.
   *
   * @param rates of errors, to say of each whether it is kept
   */
  List<String> lines(List<Double> rates) {
    List<String> lines = new ArrayList<>();
    lines.add("verifier  " + learnt.verifier());
    lines.add("kind      " + learnt.kind());
    lines.add("policy    " + learnt.effort());
    lines.add("outcomes  %d, %d of them right".formatted(learnt.outcomes().size(), right()));
    lines.addAll(ranking());
    lines.addAll(gain());
    Calibration.fit(learnt.outcomes()).steps().forEach(step -> lines.add(line(step)));
    rates.forEach(rate -> lines.add(ErrorRateText.of(learnt, rate)));
    return lines;
  }

  private long right() {
    return learnt.outcomes().stream().filter(LabelledOutcome::right).count();
  }

  private static String line(Calibration.Step step) {
    return String.format(
        Locale.ROOT,
        "score from %.3f: right with probability %.3f (%d of %d)",
        step.from(),
        step.confidence(),
        step.right(),
        step.count());
  }

  private List<String> ranking() {
    long wrong = learnt.outcomes().size() - right();
    if (right() == 0 || wrong == 0) {
      return List.of("ranking   unknown: all outcomes are " + (wrong == 0 ? "right" : "wrong"));
    }
    double auroc = Ranking.auc(learnt.outcomes());
    String line =
        String.format(
            Locale.ROOT,
            "ranking   AUROC %.3f of the score, %d right against %d wrong, ties count half",
            auroc,
            right(),
            wrong);
    return auroc >= LEAST_AUROC
        ? List.of(line)
        : List.of(line, "warning   " + (auroc < CHANCE ? UPSIDE_DOWN : SAYS_LITTLE));
  }

  private static final String SAYS_LITTLE =
      "below 0.6 the score hardly tells right answers from wrong ones: a confidence is little more"
          + " than the share of right ones, and a strict rate abstains from nearly all";

  private static final String UPSIDE_DOWN =
      "below 0.5 wrong answers score higher than right ones, as with models whose probabilities are"
          + " anti-calibrated: do not decide by this verifier";

  private List<String> gain() {
    VerifierGain all =
        labelled.stream().map(LabelledEvidence::gain).reduce(VerifierGain.NONE, VerifierGain::plus);
    String line =
        all.gain()
            .map(
                gain ->
                    String.format(
                        Locale.ROOT,
                        "gain      %+.1f points: of judged outcomes %.1f %% are right; verdicts pass"
                            + " %.1f %% of right and %.1f %% of wrong ones (%d and %d verdicts)",
                        PERCENT * gain,
                        PERCENT * all.accuracy(),
                        PERCENT * all.truePass(),
                        PERCENT * all.falsePass(),
                        all.onRight(),
                        all.onWrong()))
            .orElse(
                "gain      unknown: of judged outcomes %d are right and %d wrong (expected: some of each, and a pass)"
                    .formatted(all.right(), all.wrong()));
    return Stream.concat(Stream.of(line), selfJudged().stream()).toList();
  }

  /** By its name: of weights behind two servers nobody can tell. */
  private List<String> selfJudged() {
    return labelled.stream()
        .flatMap(each -> each.generators().stream())
        .distinct()
        .filter(model -> learnt.verifier().startsWith(model + "/"))
        .map(
            model ->
                "warning   %s judges what %1$s wrote: a verifier of another family gains more"
                    .formatted(model))
        .toList();
  }

  /** What else a file holds; nothing is said of one that holds one set. */
  static List<String> held(CalibrationRecord record) {
    return record.sets().stream()
        .skip(1)
        .map(
            set ->
                "also      of %s, kind %s, %s: %d outcomes of %s"
                    .formatted(
                        set.verifier(),
                        set.kind(),
                        set.effort(),
                        set.outcomes().size(),
                        set.fitted()))
        .toList();
  }
}
