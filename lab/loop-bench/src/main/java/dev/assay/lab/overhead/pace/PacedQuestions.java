// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.pace;

import dev.assay.lab.overhead.ideal.CallStage;

/** Questions and prompts that the model server knows by their numbers. */
public final class PacedQuestions {

  static final String MARKER = "\\box{STEPk}";
  static final String JUDGE = "Judge whether this solution proves its result.";
  static final int ADDEND = 25;

  private static final int FIRST = 100;
  private static final int FIRSTS = 800;
  private static final String FILLING = " Nothing that follows has a bearing on the sum.";

  private PacedQuestions() {}

  /**
   * A question.
   *
   * @param length characters that it has at least
   */
  public static String of(int item, int length) {
    String question = "What is %d + %d? (This is item-%d.)".formatted(first(item), ADDEND, item);
    int missing = Math.max(0, length - question.length());
    return question + FILLING.repeat(Math.ceilDiv(missing, FILLING.length()));
  }

  /**
   * As much of a prompt as replies depend on.
   *
   * @param attempt whose draft a judgement is about, from 0
   */
  public static String prompt(int item, int attempt, CallStage stage) {
    String asked = of(item, 0) + "\n";
    return switch (stage) {
      case DRAFT -> asked;
      case CRITIQUE -> asked + way(attempt) + "\n" + MARKER;
      case VERDICT -> asked + way(attempt) + "\n" + JUDGE + "\n" + MARKER;
    };
  }

  static String way(int attempt) {
    return "This is way-%d to solve it.".formatted(attempt);
  }

  static int first(int item) {
    return FIRST + item % FIRSTS;
  }
}
