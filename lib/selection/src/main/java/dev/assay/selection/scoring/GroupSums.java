// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.scoring;

/**
 * All that the rules ask about an answer group, added up once: the scores are formulas of these
 * sums, wherever the solutions come from.
 *
 * @param size N_i, the solutions that give the answer
 * @param accepted those that the critic found sound
 * @param asked verdicts that count as asked for; one that has not come counts as not readable
 * @param readable verdicts that say right or wrong
 * @param passes sum of the passes of the readable ones
 * @param sumOfPassRates over the solutions, of passes by readable verdicts
 * @param bestPassRate the largest of these
 * @param tokens sum of the lengths of the solutions
 * @param first the earliest attempt of the group
 */
public record GroupSums(
    int size,
    int accepted,
    int asked,
    int readable,
    double passes,
    double sumOfPassRates,
    double bestPassRate,
    long tokens,
    int first) {

  /** The mean of the readable verdicts; 0 where there is none. */
  public double meanVerdict() {
    return readable == 0 ? 0 : passes / readable;
  }

  public double meanTokens() {
    return size == 0 ? 0 : (double) tokens / size;
  }
}
