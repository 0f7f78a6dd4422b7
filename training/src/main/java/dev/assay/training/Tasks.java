// SPDX-License-Identifier: Apache-2.0
package dev.assay.training;

import dev.assay.training.data.ArithmeticProblem;
import dev.assay.training.data.Example;
import dev.assay.training.data.Examples;
import dev.assay.training.data.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The kinds of question that the embedded models learn. */
final class Tasks {

  /** Of a question's hash, what is kept for evaluation: one in this many. */
  private static final int EVALUATION = 64;

  private Tasks() {}

  /** Arithmetic for training: neither the benchmark's questions nor those kept for evaluation. */
  static Task arithmetic() {
    Held held = Held.bbh();
    return random -> {
      ArithmeticProblem problem;
      do {
        problem = ArithmeticProblem.random(random);
      } while (held.excludes(problem) || isForEvaluation(problem));
      return Examples.solve(problem);
    };
  }

  static boolean isForEvaluation(ArithmeticProblem problem) {
    return Math.floorMod(problem.compact().hashCode(), EVALUATION) == 0;
  }

  /** Arithmetic that is never trained on, and is not the benchmark's either. */
  static List<Example> arithmeticForEvaluation(int count, long seed) {
    Held held = Held.bbh();
    SplittableRandom random = new SplittableRandom(seed);
    List<Example> examples = new ArrayList<>();
    while (examples.size() < count) {
      ArithmeticProblem problem = ArithmeticProblem.random(random);
      if (isForEvaluation(problem) && !held.excludes(problem)) {
        examples.add(Examples.solve(problem));
      }
    }
    return examples;
  }
}
