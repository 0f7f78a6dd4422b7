// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.policy;

import dev.assay.embedded.model.examples.Alphabet;
import dev.assay.embedded.model.examples.TextExample;
import dev.assay.model.tensorflow.trainer.Rollouts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A model's own answers to questions whose right ones are known. */
public final class PolicySampler implements AutoCloseable {

  /** More than the longest right completion. */
  static final int LONGEST = 260;

  private final Rollouts rollouts;

  /** Loads a model folder whose tokens are those of {@link Alphabet}. */
  public PolicySampler(Path folder) {
    this.rollouts = Rollouts.of(folder);
  }

  /**
   * Several samples of each question, those of one question in a row.
   *
   * @param each how many of a question
   * @param temperature 0 is greedy
   * @param random draws the tokens; a greedy draw leaves it alone
   */
  public List<PolicySample> draw(
      List<TextExample> questions, int each, double temperature, SplittableRandom random) {
    List<TextExample> repeated = new ArrayList<>();
    for (TextExample question : questions) {
      for (int i = 0; i < each; i++) {
        repeated.add(question);
      }
    }
    List<int[]> prompts =
        repeated.stream().map(question -> Alphabet.encode(question.prompt())).toList();
    List<int[]> drawn = rollouts.draw(prompts, temperature, LONGEST, random);
    List<PolicySample> samples = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      samples.add(new PolicySample(repeated.get(i), Alphabet.decode(drawn.get(i))));
    }
    return samples;
  }

  @Override
  public void close() {
    rollouts.close();
  }
}
