// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.policy;

import dev.assay.embedded.model.examples.TextExample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Weighs samples by how much better they did than others of the same question: the gradient of the
 * weighted cross-entropy is then a policy gradient with the group's mean as its baseline
 * (group-relative advantages; Shao et al., "DeepSeekMath", section 4.1.1, without division by the
 * deviation, which would make a lone mistake weigh as much as an even split).
 */
public final class PolicyGradient {

  /** Below this an advantage is what adding up has left. */
  private static final double ROUNDING = 1e-9;

  private PolicyGradient() {}

  /**
   * The samples that say something; those of a group that did equally well say nothing.
   *
   * @param samples groups of equal size, one after the other
   * @param each the size of a group
   * @param reward of each sample of a group, from a rule
   */
  public static List<TextExample> examples(
      List<PolicySample> samples, int each, Function<List<PolicySample>, double[]> reward) {
    if (each < 2 || samples.size() % each != 0) {
      throw new IllegalArgumentException(
          "%d samples in groups of %d (expected: whole groups of at least 2)"
              .formatted(samples.size(), each));
    }
    List<TextExample> weighted = new ArrayList<>();
    for (int from = 0; from < samples.size(); from += each) {
      List<PolicySample> group = samples.subList(from, from + each);
      double[] rewards = reward.apply(group);
      double mean = Arrays.stream(rewards).average().orElseThrow();
      for (int i = 0; i < each; i++) {
        double advantage = rewards[i] - mean;
        if (Math.abs(advantage) > ROUNDING && !group.get(i).completion().isEmpty()) {
          weighted.add(group.get(i).weighted(advantage));
        }
      }
    }
    return weighted;
  }
}
