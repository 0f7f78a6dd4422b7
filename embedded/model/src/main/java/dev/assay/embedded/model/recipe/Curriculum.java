// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import dev.assay.embedded.model.examples.TextExample;
import dev.assay.embedded.model.policy.CriticReward;
import dev.assay.embedded.model.policy.PolicyGradient;
import dev.assay.embedded.model.policy.PolicySample;
import dev.assay.embedded.model.policy.PolicySampler;
import dev.assay.embedded.model.policy.RejectionSampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * What is learnt when. First fresh questions only; later, blocks also hold the right derivations of
 * questions that the weights of the moment get wrong, greedily or sampled, and samples weighted by
 * how much better they did than others of the same question.
 *
 * @param questions the supply
 * @param perBlock fresh questions in a block
 * @param supervised blocks before the weights' own mistakes come in
 * @param probes questions on which mistakes are looked for, in each block after that
 */
public record Curriculum(TrainingTask questions, int perBlock, long supervised, int probes) {

  /** Samples of a question, for the policy gradient. */
  private static final int GROUP = 4;

  private static final double TEMPERATURE = 1;

  /** How much a mistake's derivation counts, beside fresh questions. */
  private static final int REPEATS = 2;

  /**
   * A block's examples, the same ones for the same arguments.
   *
   * @param weights a folder with the weights of the moment; asked for only if they are sampled
   */
  List<TextExample> block(long seed, long index, Supplier<Path> weights) {
    SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + index);
    List<TextExample> examples = new ArrayList<>(fresh(perBlock, random));
    if (index >= supervised && probes > 0) {
      try (PolicySampler sampler = new PolicySampler(weights.get())) {
        examples.addAll(ownMistakes(sampler, random));
      }
    }
    return examples;
  }

  private List<TextExample> fresh(int count, SplittableRandom random) {
    List<TextExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      examples.add(questions.next(random));
    }
    return examples;
  }

  private List<TextExample> ownMistakes(PolicySampler sampler, SplittableRandom random) {
    List<TextExample> probed = fresh(probes, random);
    List<PolicySample> greedy = sampler.draw(probed, 1, 0, random);
    List<TextExample> examples = new ArrayList<>();
    for (int i = 0; i < REPEATS; i++) {
      examples.addAll(RejectionSampling.corrections(greedy));
    }
    List<PolicySample> sampled =
        sampler.draw(probed.subList(0, probes / GROUP), GROUP, TEMPERATURE, random);
    examples.addAll(PolicyGradient.examples(sampled, GROUP, CriticReward::of));
    return examples;
  }

  /** What tells it from others; one that asks other questions differs in the last word. */
  String describe() {
    int questions = fresh(perBlock, new SplittableRandom(0)).hashCode();
    return "%d fresh, own mistakes of %d from block %d, questions %08x"
        .formatted(perBlock, probes, supervised, questions);
  }
}
