// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.statistics;

/**
 * Whether two methods that answered the same questions differ: only the questions that one of them
 * got right and the other wrong say anything, and without a difference each side is as likely
 * (McNemar 1947, Psychometrika 12, 153).
 *
 * @param onlyOurs questions that only the first got right
 * @param onlyTheirs questions that only the second got right
 */
public record McNemar(int onlyOurs, int onlyTheirs) {

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
   * The exact two-sided probability of so uneven a split by chance: {@code min(1, 2 * P(X <= min))}
   * with X binomial of all discordant questions and 1/2 (the sign test; Fay 2010, R Journal 2(1),
   * 53, section 3).
   */
  public double probability() {
    int all = onlyOurs + onlyTheirs;
    double term = all * Math.log(0.5);
    double sum = Math.exp(term);
    for (int i = 1; i <= Math.min(onlyOurs, onlyTheirs); i++) {
      // As logarithms: the first terms may be below the smallest double.
      term += Math.log((double) (all - i + 1) / i);
      sum += Math.exp(term);
    }
    return Math.min(1, 2 * sum);
  }
}
