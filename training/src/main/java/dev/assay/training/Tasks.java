// SPDX-License-Identifier: Apache-2.0
package dev.assay.training;

import dev.assay.training.data.ArithmeticProblem;
import dev.assay.training.data.Example;
import dev.assay.training.data.Examples;
import dev.assay.training.data.Held;
import dev.assay.training.data.TrackingProblem;
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
record Tasks<Q>(
    Function<SplittableRandom, Q> draw,
    Function<Q, String> text,
    Predicate<Q> held,
    Function<Q, Example> example) {

  /** One question in this many is kept for evaluation. */
  private static final int EVALUATION = 64;

  static Tasks<ArithmeticProblem> arithmetic() {
    return new Tasks<>(
        ArithmeticProblem::random,
        ArithmeticProblem::compact,
        Held.bbh()::excludes,
        Examples::solve);
  }

  /** Shuffled objects, followed backwards: how they are solved. */
  static Tasks<TrackingProblem> tracking() {
    return tracking(Examples::solve);
  }

  /** The objects of such questions, followed forwards: how an answer is verified. */
  static Tasks<TrackingProblem> following() {
    return tracking(Examples::verify);
  }

  private static Tasks<TrackingProblem> tracking(Function<TrackingProblem, Example> example) {
    return new Tasks<>(
        TrackingProblem::random, TrackingProblem::compact, Held.bbh()::excludes, example);
  }

  /** An endless supply to learn from. */
  Task forTraining() {
    return random -> example.apply(next(random, false));
  }

  /** Questions that are never trained on. */
  List<Example> forEvaluation(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Example> examples = new ArrayList<>();
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
