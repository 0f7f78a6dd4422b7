// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.statistics;

import org.apache.commons.statistics.inference.BinomialTest;

/**
 * Whether two methods that answered the same questions differ: only the questions that one of them
 * got right and the other wrong say anything, and without a difference each side is as likely
 * (McNemar 1947, Psychometrika 12, 153).
 *
 * @param onlyOurs questions that only the first got right
 * @param onlyTheirs questions that only the second got right
 */
public record McNemar(int onlyOurs, int onlyTheirs) {

  private static final double EVEN = 0.5;

  public McNemar {
    if (onlyOurs < 0 || onlyTheirs < 0) {
      throw new IllegalArgumentException(
          "discordant: %d and %d (expected: at least 0)".formatted(onlyOurs, onlyTheirs));
    }
  }

  /**
   * @throws IllegalArgumentException unless both answered the same questions
   */
  public static McNemar of(boolean[] ours, boolean[] theirs) {
    if (ours.length != theirs.length) {
      throw new IllegalArgumentException(
          "questions: %d and %d (expected: the same)".formatted(ours.length, theirs.length));
    }
    int won = 0;
    int lost = 0;
    for (int i = 0; i < ours.length; i++) {
      won += ours[i] && !theirs[i] ? 1 : 0;
      lost += theirs[i] && !ours[i] ? 1 : 0;
    }
    return new McNemar(won, lost);
  }

  /**
   * The exact two-sided probability of so uneven a split by chance: the binomial test of all
   * discordant questions against 1/2 (the sign test; Fay 2010, R Journal 2(1), 53, section 3).
   *
   * @return 1 where there is none
   */
  public double probability() {
    int all = onlyOurs + onlyTheirs;
    return all == 0 ? 1 : BinomialTest.withDefaults().test(all, onlyOurs, EVEN).getPValue();
  }
}
