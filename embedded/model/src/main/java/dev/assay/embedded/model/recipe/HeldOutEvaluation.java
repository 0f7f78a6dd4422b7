// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import dev.assay.embedded.model.examples.TextExample;
import dev.assay.embedded.model.policy.PolicySample;
import dev.assay.embedded.model.policy.PolicySampler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How good weights are, on questions that no training draws.
 *
 * @param kinds questions by the name of their kind
 * @param main the kind whose sampled answers are scored, too
 */
record HeldOutEvaluation(Map<String, List<TextExample>> kinds, String main) {

  /** The score of answers of the main kind at temperature 0.7. */
  static final String SAMPLED = "sampled";

  private static final int FEW = 128;
  private static final double TEMPERATURE = 0.7;

  /** The share of right answers of the main kind at temperature 0.7, of a few of its questions. */
  double sampled(Path weights) {
    try (PolicySampler sampler = new PolicySampler(weights)) {
      List<TextExample> questions = ofMainKind();
      return score(
          sampler,
          questions.subList(0, Math.min(FEW, questions.size())),
          TEMPERATURE,
          new SplittableRandom(1));
    }
  }

  /** The share of right answers, greedy, of each kind, and {@link #SAMPLED}. */
  Map<String, Double> of(Path weights) {
    Map<String, Double> scores = new TreeMap<>();
    SplittableRandom random = new SplittableRandom(1);
    try (PolicySampler sampler = new PolicySampler(weights)) {
      kinds.forEach((kind, questions) -> scores.put(kind, score(sampler, questions, 0, random)));
      scores.put(SAMPLED, score(sampler, ofMainKind(), TEMPERATURE, random));
    }
    return scores;
  }

  private List<TextExample> ofMainKind() {
    return Objects.requireNonNull(kinds.get(main), "no kind is called " + main);
  }

  private static double score(
      PolicySampler sampler,
      List<TextExample> questions,
      double temperature,
      SplittableRandom random) {
    List<PolicySample> samples = sampler.draw(questions, 1, temperature, random);
    return (double) samples.stream().filter(PolicySample::answered).count() / samples.size();
  }
}
