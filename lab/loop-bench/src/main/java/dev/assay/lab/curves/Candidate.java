// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

/**
 * What selection needs to know of an outcome.
 *
 * @param group its answer group within the problem, or {@link #NO_ANSWER}
 * @param accepted whether the critic found it sound
 * @param calls of the attempt up to here, its critique included
 * @param tokens its length
 * @param verdicts all that were drawn, NaN where one could not be read
 * @param verdictCalls what each of them took
 * @param likelihood logarithm, of its least likely token; NaN where the verifier did not read it
 */
record Candidate(
    int group,
    boolean accepted,
    int calls,
    int tokens,
    double[] verdicts,
    int[] verdictCalls,
    double likelihood) {

  static final int NO_ANSWER = -1;

  boolean answers() {
    return group != NO_ANSWER;
  }
}
