// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

/** The texts of the embedded model's roles. */
public final class RoleExamples {

  private static final String END = ".";

  private RoleExamples() {}

  /** A question and its right derivation: also how a critic, deriving blind, is trained. */
  public static TextExample solve(ArithmeticProblem problem) {
    return new TextExample(
        "S" + problem.compact() + ">", ModelText.spelled(Derivation.of(problem)) + END, 1);
  }

  /** A shuffle and the way of the object back to its first holder. */
  public static TextExample solve(TrackingProblem problem) {
    return new TextExample(
        "T" + problem.compact() + ">", ModelText.lettered(problem.derivation()) + END, 1);
  }

  /**
   * What the verifier is asked about a question's right answer. About a wrong one it is asked what
   * is right of another question with the same swaps, so that needs no examples of its own.
   */
  public static TextExample verify(TrackingProblem problem) {
    return new TextExample(
        "U" + problem.shuffle().text(problem.first()) + ">",
        ModelText.lettered(problem.verification()) + END,
        1);
  }
}
