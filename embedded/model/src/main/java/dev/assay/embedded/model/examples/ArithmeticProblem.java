// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import dev.assay.embedded.grammar.ArithmeticQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A question of the embedded model's grammar with what only its teacher knows: its value. */
public record ArithmeticProblem(ArithmeticQuestion question) {

  private static final int LARGEST = 9;
  private static final String OPERATORS = "+-*";

  /** Any question of the grammar, all equally likely. */
  public static ArithmeticProblem random(SplittableRandom random) {
    List<Integer> numbers = new ArrayList<>();
    StringBuilder operators = new StringBuilder();
    for (int i = 0; i < 2 * ArithmeticQuestion.GROUP; i++) {
      numbers.add(random.nextInt(-LARGEST, LARGEST + 1));
      if (i > 0) {
        operators.append(OPERATORS.charAt(random.nextInt(OPERATORS.length())));
      }
    }
    return new ArithmeticProblem(new ArithmeticQuestion(numbers, operators.toString()));
  }

  /**
   * Reads a question in any spelling.
   *
   * @throws IllegalArgumentException if it is none of the grammar
   */
  public static ArithmeticProblem parse(String text) {
    return new ArithmeticProblem(
        ArithmeticQuestion.of(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "question: " + text + " (expected: such as (-1+2+9*5)-(-2+-4+-4*-7))")));
  }

  /** As the model reads it, such as {@code (-1+2+9*5)-(-2+-4+-4*-7)}. */
  public String compact() {
    return question.text();
  }

  /** Its exact value; at most 9 to the power of 8 in magnitude. */
  public long value() {
    return applied(group(0), question.joint(), group(ArithmeticQuestion.GROUP));
  }

  private long group(int from) {
    long sum = 0;
    long term = question.numbers().get(from);
    for (int i = from + 1; i < from + ArithmeticQuestion.GROUP; i++) {
      char operator = question.operators().charAt(i - 1);
      if (operator == '*') {
        term *= question.numbers().get(i);
      } else {
        sum += term;
        term = applied(0, operator, question.numbers().get(i));
      }
    }
    return sum + term;
  }

  static long applied(long left, char operator, long right) {
    return switch (operator) {
      case '+' -> left + right;
      case '-' -> left - right;
      case '*' -> left * right;
      default -> throw new IllegalArgumentException("operator: " + operator + " (expected: + - *)");
    };
  }
}
