// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.Study;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Asks whether a stated confidence and a promised error rate can be relied on. */
public final class CalibrationStudy implements Study {

  private static final int SPLITS = 200;
  private static final long SEED = 8;

  private static final String BASE = "judge_k8_rewardbench2/base_both_k8.jsonl.gz";
  private static final String CRITERIA = "judge_k8_rewardbench2/criteria_both_k8.jsonl.gz";
  private static final String HAIKU = "judge_k8_rewardbench2/criteria_claude_both_k8.jsonl.gz";
  private static final String NANO = "judge_k8_rewardbench2/base_nano_k8.jsonl.gz";
  private static final String MATH = "zeroeval/math-l5.samples.jsonl.gz";
  private static final String GSM = "zeroeval/gsm.samples.jsonl.gz";

  private static final double PERCENT = 100;

  private static final String WHAT =
      """
      Every problem is settled by the product's own selection; its outcome is the score of the \
      evidence for the chosen answer and whether that answer is right. The judge sets hold four \
      replies to an item, each scored eight times from 1 to 10, which is read as a share of a pass; \
      every reply is an answer of its own, and the pessimistic rule chooses. More are right than \
      was published, as a tie is broken here and counted as wrong there. The pools hold one \
      answer from each of some forty models: N of them, drawn at random, are the attempts, and the \
      majority chooses. No set records many attempts and many verdicts on each. Where it says \
      simulated, the answers are recorded and the verdicts are drawn, from a verifier that passes \
      right solutions 80 % and wrong ones 33 % of the time on average, with a leaning of its own \
      for each solution. The last set mixes N of 2 to 16 with M of 1 to 8. \
      All figures are of the half of the problems that was not fitted on, over 200 random halvings.\
      """;

  private static final String SCORE =
      """
      AUC is how often a right answer scores above a wrong one; 0.5 is chance. The score of the \
      answer alone says little where its rivals are judged well too, and its share of the solutions \
      says nothing where every answer stands alone. The confidence score, which is the lead over the \
      strongest rival weighted with the mean verdict, has no such blind spot: on the recorded sets \
      it is the best or within the noise of the best, a regression fitted to each set included. \
      Where verdicts are simulated the regression is better by up to 0.03 at one N x M, and worse \
      where they are mixed.\
      """;

  private static final String CALIBRATED =
      """
      The Brier score and the log loss are better the lower; the expected calibration error (ECE) \
      is the average distance between what was said and what happened, and is about 0.01 to 0.03 by \
      chance alone at this size, as the base rate shows, which is always honest and tells nothing \
      apart. On the judge sets the isotonic staircase is better than Platt's curve by all three \
      figures; elsewhere they tie. Without Laplace's correction it says 0 or 1 at its ends and, \
      once wrong, has an infinite log loss.\
      """;

  private static final String RISK =
      """
      The threshold is set on one half for the allowed error rate, and the other half is answered \
      from the threshold up. The promise concerns the long run: with 95 % confidence the error rate \
      of all answers to come stays below the allowed one. Half a set is no long run. Its error rate \
      wobbles as much as the threshold does, and where a threshold is as low as it may be, about \
      one half in every eight must be expected above the rate. The last column tests the promise itself: \
      outcomes are drawn with replacement, so that the whole set is the population and its true \
      error rate is known.\
      """;

  private static final String TRANSFER =
      """
      A caller may ask for another N and M than the outcomes were collected with. On MATH-L5, with \
      simulated verdicts, what is learned with 8 x 4 errs on the safe side for larger policies, and \
      for one that stops early at a high score, the hardest test of a score. For much smaller ones \
      it does not: two models that agree are wrong more often than the score can tell, and the \
      promise is broken. Learning from a mixture of sizes keeps the promise for the mixture, and not \
      for each of its parts. So the product states a confidence, and keeps an error rate, only \
      under the policy that its outcomes were collected with.\
      """;

  /** What some four solutions that agree, and pass, come to. */
  private static final double ENOUGH = 0.25;

  private static final int[] EIGHT = {8};
  private static final int[] FOUR = {4};
  private static final int[] ANY_ATTEMPTS = {2, 4, 8, 16};
  private static final int[] ANY_VERIFICATIONS = {1, 2, 4, 8};

  @Override
  public String name() {
    return "calibration";
  }

  @Override
  public String title() {
    return "How sure an answer is, and an error rate that is kept";
  }

  @Override
  public List<String> files() {
    return List.of(BASE, CRITERIA, HAIKU, NANO, MATH, GSM);
  }

  @Override
  public Findings run(DatasetFolder data) {
    ModelPoolSet math = ModelPoolSet.read(data, MATH, new MathEquality());
    ModelPoolSet gsm = ModelPoolSet.read(data, GSM, new MathEquality());
    List<RecordedSet> sets = sets(data, math, gsm);
    List<RecordedSet> drawn = List.of(sets.get(0), sets.get(3), sets.get(6), sets.get(7));
    CalibrationParts calibration = new CalibrationParts(SPLITS);
    RiskParts risk = new RiskParts(sets, SPLITS);
    return Findings.of(
        new Paragraph(WHAT),
        new Paragraph(SCORE),
        new ScoreParts(SPLITS).table(sets),
        new Paragraph(CALIBRATED),
        calibration.table(sets),
        calibration.before(drawn),
        calibration.after(drawn),
        new Paragraph(RISK),
        risk.table(),
        new Paragraph(broken(risk)),
        risk.chart(drawn),
        new Paragraph(TRANSFER),
        transfer(math));
  }

  private static List<RecordedSet> sets(DatasetFolder data, ModelPoolSet math, ModelPoolSet gsm) {
    JudgedCandidates judged = new JudgedCandidates();
    return List.of(
        new RecordedSet("judge, base full", judged.read(data, BASE, "full_scores", SEED)),
        new RecordedSet("judge, base mini", judged.read(data, BASE, "mini_scores", SEED)),
        new RecordedSet("judge, criteria full", judged.read(data, CRITERIA, "full_scores", SEED)),
        new RecordedSet("judge, criteria Haiku", judged.read(data, HAIKU, "mini_scores", SEED)),
        new RecordedSet("judge, base nano", judged.read(data, NANO, "nano_scores", SEED)),
        new RecordedSet("MATH-L5, majority of 16", math.byMajority(16, SEED)),
        new RecordedSet("GSM8K, majority of 8", gsm.byMajority(8, SEED)),
        new RecordedSet("MATH-L5, 8 x 4 simulated", math.verified(EIGHT, FOUR, SEED)),
        new RecordedSet("GSM8K, 8 x 4 simulated", gsm.verified(EIGHT, FOUR, SEED)),
        new RecordedSet(
            "both, mixed N x M simulated",
            Stream.of(math, gsm)
                .flatMap(pool -> pool.verified(ANY_ATTEMPTS, ANY_VERIFICATIONS, SEED).stream())
                .toList()));
  }

  private static Table transfer(ModelPoolSet math) {
    RecordedSet usual = sized(math, EIGHT, FOUR);
    RecordedSet mixed = sized(math, ANY_ATTEMPTS, ANY_VERIFICATIONS);
    return new TransferParts(SPLITS)
        .table(
            List.of(usual, mixed),
            List.of(
                sized(math, new int[] {2}, new int[] {1}),
                sized(math, new int[] {4}, new int[] {2}),
                usual,
                sized(math, new int[] {16}, new int[] {8}),
                sized(math, new int[] {16}, new int[] {1}),
                sized(math, new int[] {2}, new int[] {8}),
                mixed,
                new RecordedSet(
                    "at most 8 x 4, stopped early", math.stoppedEarly(8, 4, ENOUGH, SEED))));
  }

  private static RecordedSet sized(ModelPoolSet pool, int[] attempts, int[] verifications) {
    String name = numbers(attempts) + " x " + numbers(verifications);
    return new RecordedSet(name, pool.verified(attempts, verifications, SEED));
  }

  private static String numbers(int[] choices) {
    int first = choices[0];
    int last = choices[choices.length - 1];
    return first == last ? Integer.toString(first) : first + ".." + last;
  }

  private static String broken(RiskParts risk) {
    return String.format(
        Locale.ROOT,
        "Over all sets and rates the promise was broken in at most %.1f %% of %d draws; 5 %% are"
            + " allowed.",
        PERCENT * risk.mostBroken(),
        SPLITS);
  }
}
