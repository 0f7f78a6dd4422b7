// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fresh problems of the grammar {@code ((a o b o c o d) O (e o f o g o h)) =}: nobody can have been
 * trained on them. The same seed gives the same problems.
 */
public final class GeneratedProblems {

  private static final int LARGEST = 9;
  private static final int NUMBERS_PER_SIDE = 4;
  private static final List<String> OPERATORS = List.of("+", "-", "*");

  private final SplittableRandom random;

  private GeneratedProblems(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public static List<BenchProblem> of(int count, long seed) {
    GeneratedProblems problems = new GeneratedProblems(seed);
    return IntStream.range(0, count).mapToObj(problems::next).toList();
  }

  private BenchProblem next(int index) {
    String question = "((" + side() + ") " + operator() + " (" + side() + ")) =";
    return new BenchProblem(index, question, ArithmeticTruth.truth(question).orElseThrow());
  }

  private String side() {
    StringBuilder side = new StringBuilder().append(number());
    for (int k = 1; k < NUMBERS_PER_SIDE; k++) {
      side.append(' ').append(operator()).append(' ').append(number());
    }
    return side.toString();
  }

  private int number() {
    return random.nextInt(-LARGEST, LARGEST + 1);
  }

  private String operator() {
    return OPERATORS.get(random.nextInt(OPERATORS.size()));
  }
}
