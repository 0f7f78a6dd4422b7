// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.surface;

import dev.assay.selection.scoring.GroupSums;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Problems whose every rate is stated, to see what may be called verified where it is known what is
 * right.
 *
 * @param accuracy the share of right solutions
 * @param concentration the share of wrong solutions that give one and the same wrong answer; the
 *     others are spread over many
 * @param verifier who judges them
 */
record StatedWorld(double accuracy, double concentration, Verifier verifier) {

  /** Other wrong answers: so many that two solutions seldom meet on one. */
  private static final int WRONG_ANSWERS = 1000;

  /**
   * @param truePass the rate at which right solutions pass
   * @param falsePass the rate at which wrong ones pass
   * @param colluding whether all verdicts on one answer are one and the same draw
   */
  record Verifier(String name, double truePass, double falsePass, boolean colluding) {

    String shown() {
      return "%s (%s, %s)".formatted(name, truePass, falsePass);
    }

    /** Whether it is as good as published ones. */
    boolean good() {
      return truePass >= 0.9 && falsePass <= 0.2;
    }
  }

  /**
   * Answer groups with all their verdicts.
   *
   * @param right the place of the right one, or -1
   */
  record Drawn(List<GroupSums> groups, int right) {}

  /** One problem of N attempts with M verdicts each. */
  Drawn draw(int attempts, int verifications, SplittableRandom random) {
    List<Integer> answers = new ArrayList<>();
    List<int[]> counts = new ArrayList<>();
    for (int i = 0; i < attempts; i++) {
      int answer = answer(random);
      if (!answers.contains(answer)) {
        answers.add(answer);
        counts.add(new int[] {0, 0, i, random.nextDouble() < rate(answer) ? 1 : 0});
      }
      int[] count = counts.get(answers.indexOf(answer));
      count[0]++;
      count[1] += passes(answer, verifications, count[3], random);
    }
    return new Drawn(
        counts.stream().map(each -> sums(each, verifications)).toList(), answers.indexOf(0));
  }

  /** 0 is right, 1 the popular wrong one. */
  private int answer(SplittableRandom random) {
    if (random.nextDouble() < accuracy) {
      return 0;
    }
    return random.nextDouble() < concentration ? 1 : 2 + random.nextInt(WRONG_ANSWERS);
  }

  private double rate(int answer) {
    return answer == 0 ? verifier.truePass() : verifier.falsePass();
  }

  private int passes(int answer, int verdicts, int shared, SplittableRandom random) {
    if (verifier.colluding()) {
      return shared * verdicts;
    }
    int passes = 0;
    for (int i = 0; i < verdicts; i++) {
      passes += random.nextDouble() < rate(answer) ? 1 : 0;
    }
    return passes;
  }

  private static GroupSums sums(int[] count, int verifications) {
    int readable = count[0] * verifications;
    double rates = (double) count[1] / verifications;
    return new GroupSums(
        count[0], count[0], readable, readable, count[1], rates, 1, count[0], count[2]);
  }
}
