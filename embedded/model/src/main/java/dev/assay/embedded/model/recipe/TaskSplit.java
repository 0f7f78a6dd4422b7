// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import dev.assay.embedded.model.examples.ArithmeticProblem;
import dev.assay.embedded.model.examples.HeldOutProblems;
import dev.assay.embedded.model.examples.RoleExamples;
import dev.assay.embedded.model.examples.TextExample;
import dev.assay.embedded.model.examples.TrackingProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of question, split in two by a hash of its text: what is trained on, and what weights are
 * evaluated on. Neither part has a question of the benchmarks.
 *
 * @param draw any question
 * @param text what is hashed
 * @param held whether it is a benchmark's
 * @param example what is to be learnt of it
 */
record TaskSplit<Q>(
    Function<SplittableRandom, Q> draw,
    Function<Q, String> text,
    Predicate<Q> held,
    Function<Q, TextExample> example) {

  /** One question in this many is kept for evaluation. */
  private static final int EVALUATION = 64;

  static TaskSplit<ArithmeticProblem> arithmetic() {
    return new TaskSplit<>(
        ArithmeticProblem::random,
        ArithmeticProblem::compact,
        HeldOutProblems.bbh()::excludes,
        RoleExamples::solve);
  }

  /** Shuffled objects, followed backwards: how they are solved. */
  static TaskSplit<TrackingProblem> tracking() {
    return tracking(RoleExamples::solve);
  }

  /** The objects of such questions, followed forwards: how an answer is verified. */
  static TaskSplit<TrackingProblem> following() {
    return tracking(RoleExamples::verify);
  }

  private static TaskSplit<TrackingProblem> tracking(
      Function<TrackingProblem, TextExample> example) {
    return new TaskSplit<>(
        TrackingProblem::random,
        TrackingProblem::compact,
        HeldOutProblems.bbh()::excludes,
        example);
  }

  /** An endless supply to learn from. */
  TrainingTask forTraining() {
    return random -> example.apply(next(random, false));
  }

  /** Questions that are never trained on. */
  List<TextExample> forEvaluation(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TextExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      examples.add(example.apply(next(random, true)));
    }
    return examples;
  }

  private Q next(SplittableRandom random, boolean forEvaluation) {
    while (true) {
      Q question = draw.apply(random);
      boolean kept = Math.floorMod(text.apply(question).hashCode(), EVALUATION) == 0;
      if (kept == forEvaluation && !held.test(question)) {
        return question;
      }
    }
  }
}
