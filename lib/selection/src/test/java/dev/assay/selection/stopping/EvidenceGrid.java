// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.ScoringRules;
import dev.assay.selection.scoring.VerifiedThreshold;
import dev.assay.selection.stopping.SelectionCriterion.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Every result that a problem's calls would bring, whether they are made or not.
 *
 * @param answers of each attempt, or -1 where it ends without one
 * @param verdicts of each attempt's verifications: 1 passes, 0 fails, -1 cannot be read
 */
record EvidenceGrid(
    SelectionCriterion criterion,
    int[] answers,
    int[][] verdicts,
    boolean[] accepted,
    int[] tokens) {

  static EvidenceGrid random(Random random, int mostAttempts, int mostVerdicts) {
    int attempts = 1 + random.nextInt(mostAttempts);
    int verifications = 1 + random.nextInt(mostVerdicts);
    double pass = random.nextDouble();
    double unreadable = random.nextInt(3) == 0 ? 0.2 : 0;
    int[][] verdicts = new int[attempts][verifications];
    for (int[] each : verdicts) {
      Arrays.setAll(
          each, _ -> random.nextDouble() < unreadable ? -1 : random.nextDouble() < pass ? 1 : 0);
    }
    int[] answers = new int[attempts];
    Arrays.setAll(answers, _ -> random.nextInt(4) - (random.nextInt(4) == 0 ? 1 : 0));
    boolean[] accepted = new boolean[attempts];
    int[] tokens = new int[attempts];
    for (int i = 0; i < attempts; i++) {
      accepted[i] = random.nextBoolean();
      tokens[i] = 1 + random.nextInt(100);
    }
    return new EvidenceGrid(
        criterion(random, attempts, verifications), answers, verdicts, accepted, tokens);
  }

  private static SelectionCriterion criterion(Random random, int attempts, int verifications) {
    SelectionRule[] rules = SelectionRule.values();
    return new SelectionCriterion(
        new ScoringRules(attempts, verifications, random.nextDouble()),
        rules[random.nextInt(rules.length)],
        new VerifiedThreshold(
            random.nextDouble(), random.nextDouble() * 0.3, 0.1 + 0.9 * random.nextDouble()));
  }

  /** The progress when these calls have ended, none is under way, and the others were not made. */
  WorkState progress(int attempts, int[] judged) {
    List<Integer> names = new ArrayList<>();
    List<VerificationState> solutions = new ArrayList<>();
    for (int i = 0; i < attempts; i++) {
      if (answers[i] >= 0) {
        if (!names.contains(answers[i])) {
          names.add(answers[i]);
        }
        solutions.add(judged(i, names.indexOf(answers[i]), judged[i], judged[i]));
      }
    }
    return new WorkState(solutions, attempts, attempts);
  }

  VerificationState judged(int attempt, int group, int asked, int returned) {
    int readable = 0;
    int passes = 0;
    for (int m = 0; m < returned; m++) {
      readable += verdicts[attempt][m] >= 0 ? 1 : 0;
      passes += Math.max(0, verdicts[attempt][m]);
    }
    return new VerificationState(
        group, asked, returned, readable, passes, accepted[attempt], tokens[attempt]);
  }

  /** The same results as far as they are in, and other ones for the rest. */
  EvidenceGrid otherwise(Random random, int attempts, int[] judged) {
    EvidenceGrid other = random(random, 1, 1).sized(random, this);
    for (int i = 0; i < attempts; i++) {
      other.answers[i] = answers[i];
      other.accepted[i] = accepted[i];
      other.tokens[i] = tokens[i];
      System.arraycopy(verdicts[i], 0, other.verdicts[i], 0, judged[i]);
    }
    return other;
  }

  private EvidenceGrid sized(Random random, EvidenceGrid like) {
    int bias = random.nextInt(6);
    int[][] verdicts = new int[like.answers.length][like.criterion.verifications()];
    for (int i = 0; i < verdicts.length; i++) {
      Arrays.setAll(verdicts[i], _ -> random.nextInt(3) - 1);
      if (bias > 1) {
        int one = random.nextInt(2);
        Arrays.fill(verdicts[i], one);
      }
    }
    int[] answers = new int[verdicts.length];
    int favourite = random.nextInt(5);
    Arrays.setAll(answers, _ -> bias % 2 == 0 ? favourite : random.nextInt(6) - 1);
    boolean[] accepted = new boolean[verdicts.length];
    int[] tokens = new int[verdicts.length];
    for (int i = 0; i < verdicts.length; i++) {
      accepted[i] = random.nextBoolean();
      tokens[i] = random.nextInt(2) * random.nextInt(10_000);
    }
    return new EvidenceGrid(like.criterion, answers, verdicts, accepted, tokens);
  }

  /** The decision when every call has been made. */
  Outcome outcome() {
    int[] all = new int[answers.length];
    Arrays.fill(all, criterion.verifications());
    return criterion.outcome(GroupAccumulator.of(progress(answers.length, all)));
  }

  /** The answer that is chosen then, or -1 where there is none. */
  int answer() {
    int[] given = IntStream.of(answers).filter(each -> each >= 0).distinct().toArray();
    return given.length == 0 ? -1 : given[outcome().winner()];
  }
}
