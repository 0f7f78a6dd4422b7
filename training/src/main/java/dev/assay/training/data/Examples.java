// SPDX-License-Identifier: Apache-2.0
package dev.assay.training.data;

/** The texts of the embedded model's roles. */
public final class Examples {

  private static final String END = ".";

  private Examples() {}

  /** A question and its right derivation: also how a critic, deriving blind, is trained. */
  public static Example solve(ArithmeticProblem problem) {
    return new Example(
        "S" + problem.compact() + ">", ModelText.spelled(Derivation.of(problem)) + END, 1);
  }

  /** A shuffle and who holds what after each swap: for generator, critic and refiner. */
  public static Example solve(TrackingProblem problem) {
    return new Example(
        "T" + problem.compact() + ">", ModelText.lettered(problem.derivation()) + END, 1);
  }

  /** A shuffle and the way of the object back to its first holder: for the verifier. */
  public static Example trace(TrackingProblem problem) {
    return new Example("U" + problem.compact() + ">", ModelText.lettered(problem.trace()) + END, 1);
  }
}
