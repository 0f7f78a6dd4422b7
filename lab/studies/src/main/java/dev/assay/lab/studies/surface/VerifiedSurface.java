// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.surface;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.surface.StatedWorld.Drawn;
import dev.assay.lab.studies.surface.StatedWorld.Verifier;
import dev.assay.selection.scoring.Exclusion;
import dev.assay.selection.scoring.GroupSums;
import dev.assay.selection.scoring.RivalGroups;
import dev.assay.selection.scoring.ScoringRules;
import dev.assay.selection.scoring.VerifiedThreshold;
import dev.assay.selection.scoring.VerifierPrior;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What is called verified where every rate is stated, by the bar on the pessimistic score alone and
 * with the posterior beside it.
 *
 * @param problems of each world
 */
record VerifiedSurface(int problems) {

  static final List<int[]> SIZES =
      IntStream.of(2, 4, 8, 16)
          .boxed()
          .flatMap(n -> IntStream.of(1, 2, 4, 8, 16).mapToObj(m -> new int[] {n, m}))
          .toList();

  static final List<Verifier> VERIFIERS =
      List.of(
          new Verifier("rubber stamp", 1, 1, false),
          new Verifier("nearly a rubber stamp", 0.95, 0.95, false),
          new Verifier("random", 0.5, 0.5, false),
          new Verifier("always no", 0, 0, false),
          new Verifier("good", 0.95, 0.05, false),
          new Verifier("as assumed", 0.9, 0.2, false),
          new Verifier("lenient", 0.9, 0.4, false),
          new Verifier("poor", 0.7, 0.3, false),
          new Verifier("colluding, one draw an answer", 0.9, 0.2, true));

  private static final double[] ACCURACIES = {0.2, 0.4, 0.6, 0.8};
  private static final double[] CONCENTRATIONS = {0, 0.5, 1};
  private static final double HUNDRED = 100;

  /** Counts of one verifier at one size, over all accuracies and concentrations. */
  static final class Verified {
    private final Verifier verifier;
    private final int[] size;
    private int drawn;
    private int rightBefore;
    private int rightNow;
    private int opposedBefore;
    private int opposedWrongBefore;
    private int opposedNow;
    private int opposedWrongNow;

    private Verified(Verifier verifier, int[] size) {
      this.verifier = verifier;
      this.size = size;
    }

    private void add(boolean opposed, boolean right, boolean before, boolean now) {
      drawn++;
      rightBefore += right && before ? 1 : 0;
      rightNow += right && now ? 1 : 0;
      opposedBefore += opposed && before ? 1 : 0;
      opposedWrongBefore += opposed && before && !right ? 1 : 0;
      opposedNow += opposed && now ? 1 : 0;
      opposedWrongNow += opposed && now && !right ? 1 : 0;
    }

    Verifier verifier() {
      return verifier;
    }

    int rightBefore() {
      return rightBefore;
    }

    int rightNow() {
      return rightNow;
    }

    /** Of the problems where rivals appear those that are verified, as a share of all. */
    double opposed() {
      return share(opposedNow, drawn);
    }

    /** The wrong share of these. */
    double opposedWrong() {
      return share(opposedWrongNow, opposedNow);
    }

    /** Eight verdicts say little that four do not. */
    private boolean shown() {
      return size[1] != 8;
    }

    private List<Cell> row() {
      return List.of(
          Cell.text(verifier.shown()),
          Cell.text(size[0] + " × " + size[1]),
          Cell.percent(share(opposedBefore, drawn)),
          Cell.percent(share(opposedWrongBefore, opposedBefore)),
          Cell.percent(opposed()),
          opposedNow == 0 ? Cell.none() : Cell.percent(opposedWrong()),
          rightBefore == 0 ? Cell.none() : Cell.percent(share(rightNow, rightBefore)));
    }

    private static double share(int count, int of) {
      return of == 0 ? 0 : (double) count / of;
    }
  }

  List<ReportPart> parts() {
    List<Verified> all =
        VERIFIERS.stream()
            .flatMap(verifier -> SIZES.stream().map(size -> measure(verifier, size)))
            .toList();
    return List.of(
        new Paragraph(about(kept(all) * HUNDRED)),
        new Table(
            "What is verified against rivals, and what stays verified of all right answers; %",
            List.of(
                "verifier (passes right, wrong)",
                "N × M",
                "score alone: verified against rivals",
                "wrong of these",
                "with the posterior: verified against rivals",
                "wrong of those",
                "right answers kept, rivals or not"),
            all.stream().filter(Verified::shown).map(Verified::row).toList()));
  }

  /** Of the right answers of good verifiers that the score alone verifies, the share that stays. */
  static double kept(List<Verified> all) {
    List<Verified> good = all.stream().filter(each -> each.verifier().good()).toList();
    return Verified.share(
        good.stream().mapToInt(Verified::rightNow).sum(),
        good.stream().mapToInt(Verified::rightBefore).sum());
  }

  Verified measure(Verifier verifier, int[] size) {
    Verified verified = new Verified(verifier, size);
    SplittableRandom random = new SplittableRandom(size[0] * 31L + size[1]);
    Policy policy = Policy.DEFAULT;
    ScoringRules scoring = new ScoringRules(size[0], size[1], policy.alpha());
    for (StatedWorld world : worlds(verifier)) {
      for (int i = 0; i < problems; i++) {
        judge(
            world.draw(size[0], size[1], random), scoring, VerifiedThreshold.of(policy), verified);
      }
    }
    return verified;
  }

  private static List<StatedWorld> worlds(Verifier verifier) {
    List<StatedWorld> worlds = new ArrayList<>();
    for (double accuracy : ACCURACIES) {
      for (double concentration : CONCENTRATIONS) {
        worlds.add(new StatedWorld(accuracy, concentration, verifier));
      }
    }
    return worlds;
  }

  private static void judge(
      Drawn drawn, ScoringRules scoring, VerifiedThreshold bar, Verified verified) {
    int chosen = scoring.best(drawn.groups(), SelectionRule.PESSIMISTIC);
    GroupSums sums = drawn.groups().get(chosen);
    double score = scoring.pessimistic(sums.meanVerdict(), sums.readable());
    RivalGroups rivals = new RivalGroups(drawn.groups(), Exclusion.ALL);
    verified.add(
        drawn.groups().size() > 1,
        chosen == drawn.right(),
        bar.status(sums, score, () -> true) == Status.VERIFIED,
        bar.status(sums, score, () -> rivals.convinces(VerifierPrior.ASSUMED, scoring, chosen))
            == Status.VERIFIED);
  }

  private String about(double kept) {
    return ("When an answer may be called verified (docs/why/0014). %d problems each of twelve"
            + " worlds: 20, 40, 60 or 80 %% of solutions are right, and none, half or all of the wrong"
            + " ones give the same wrong answer. Pessimistic selection with alpha 0.5 and"
            + " verified_from 0.7 chooses; then the posterior has to reach 0.95, too. Good verifiers"
            + " keep %.1f %% of the right answers that the score alone verifies. A verifier that"
            + " cannot tell, and passes half or nearly all of what it reads, is hardly ever believed;"
            + " when it is, it is wrong as often as its solver. Where all verdicts on an answer are"
            + " one draw, a wrong answer that passes beside a right one that fails looks like the"
            + " reverse, and no rule can tell them apart.")
        .formatted(problems, kept);
  }
}
