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
}
