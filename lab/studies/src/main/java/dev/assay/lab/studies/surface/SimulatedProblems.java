// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.surface;

import dev.assay.lab.studies.stopping.RecordedCalls;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;

/**
 * Problems of different difficulty, and a verifier that errs, and errs again on the same thing.
 *
 * <ul>
 *   <li>The chance of a right solution is Beta(a, b) over problems.
 *   <li>Wrong solutions spread over a few wrong answers, with gamma weights: some are popular.
 *   <li>A verdict passes with a rate of its solution, which is Beta around a rate of its answer,
 *       which is Beta around the verifier's own rate: what misleads it once misleads it again.
 * </ul>
 *
 * @param a of the Beta distribution of solver accuracy
 * @param b of the same
 * @param wrongAnswers how many there are to each problem
 * @param popularity shape of their gamma weights; the smaller, the more one of them stands out
 * @param sensitivity mean share of verdicts that pass a right solution
 * @param specificity mean share of verdicts that fail a wrong solution
 * @param answerConcentration of the rates of answers; the larger, the less answers differ
 * @param solutionConcentration of the rates of solutions around that of their answer
 */
record SimulatedProblems(
    double a,
    double b,
    int wrongAnswers,
    double popularity,
    double sensitivity,
    double specificity,
    double answerConcentration,
    double solutionConcentration) {

  /** The group of right solutions. */
  static final int RIGHT = 0;

  /**
   * One problem with all its solutions and verdicts.
   *
   * @param seed gives the same problem again
   */
  RecordedCalls problem(int attempts, int verifications, long seed) {
    SimulationRandom chance = new SimulationRandom(new SplittableRandom(seed)::nextLong);
    double accuracy = chance.beta(a, b);
    DiscreteSampler wrong = chance.places(wrongAnswers, popularity);
    double[] rates = rates(chance);
    int[] groups =
        IntStream.range(0, attempts)
            .map(_ -> chance.hit(accuracy) ? RIGHT : 1 + wrong.sample())
            .toArray();
    double[][] verdicts =
        Arrays.stream(groups)
            .mapToObj(group -> verdicts(chance, rates[group], verifications))
            .toArray(double[][]::new);
    return new RecordedCalls(Set.of(RIGHT), groups, new int[attempts], verdicts);
  }

  private double[] rates(SimulationRandom chance) {
    return IntStream.rangeClosed(0, wrongAnswers)
        .mapToDouble(
            group ->
                chance.around(group == RIGHT ? sensitivity : 1 - specificity, answerConcentration))
        .toArray();
  }

  private double[] verdicts(SimulationRandom chance, double answerRate, int verifications) {
    double rate = chance.around(Math.clamp(answerRate, 0.01, 0.99), solutionConcentration);
    return IntStream.range(0, verifications).mapToDouble(_ -> chance.hit(rate) ? 1 : 0).toArray();
  }
}
