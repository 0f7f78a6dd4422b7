// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

/**
 * How often a critic names the first wrong step, by the protocol of ProcessBench (arXiv 2412.06559,
 * section 4.1): the exact index on solutions with an error, silence on clean ones.
 *
 * @param wrong solutions labelled with an error, {@code hit} those whose step was named
 * @param clean solutions labelled clean, {@code passed} those in which nothing was flagged
 * @param flagged solutions in which a step was named, {@code rightlyWrong} those of them that are
 *     labelled wrong, at whatever step
 */
record StepScore(int wrong, int hit, int clean, int passed, int flagged, int rightlyWrong) {

  static final int CLEAN = -1;
  static final StepScore NONE = new StepScore(0, 0, 0, 0, 0, 0);

  /**
   * @param label the first wrong step, from 0, or {@link #CLEAN}
   * @param named the same, by the critic
   */
  StepScore plus(int label, int named) {
    boolean isWrong = label != CLEAN;
    boolean isFlagged = named != CLEAN;
    return new StepScore(
        wrong + one(isWrong),
        hit + one(isWrong && label == named),
        clean + one(!isWrong),
        passed + one(!isWrong && !isFlagged),
        flagged + one(isFlagged),
        rightlyWrong + one(isFlagged && isWrong));
  }

  private static int one(boolean counts) {
    return counts ? 1 : 0;
  }

  double wrongAccuracy() {
    return share(hit, wrong);
  }

  double cleanAccuracy() {
    return share(passed, clean);
  }

  /** The harmonic mean of both accuracies. */
  double f1() {
    double sum = wrongAccuracy() + cleanAccuracy();
    return sum == 0 ? 0 : 2 * wrongAccuracy() * cleanAccuracy() / sum;
  }

  /** Exact index or rightly nothing, over all solutions. */
  double accuracy() {
    return share(hit + passed, wrong + clean);
  }

  /** Of the flags, those at the labelled step. */
  double stepPrecision() {
    return share(hit, flagged);
  }

  /** Of the flags, those in a solution that is labelled wrong. */
  double solutionPrecision() {
    return share(rightlyWrong, flagged);
  }

  static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
