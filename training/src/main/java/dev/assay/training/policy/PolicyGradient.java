// SPDX-License-Identifier: Apache-2.0
package dev.assay.training.policy;

import dev.assay.training.data.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Weighs samples by how much better they did than others of the same question: the gradient of the
 * weighted cross-entropy is then a policy gradient with the group's mean as its baseline
 * (group-relative advantages; Shao et al., "DeepSeekMath", section 4.1.1, without division by the
 * deviation, which would make a lone mistake weigh as much as an even split).
 */
public final class PolicyGradient {

  private PolicyGradient() {}

  /**
   * The samples that say something; those of a group that did equally well say nothing.
   *
   * @param samples groups of equal size, one after the other
   * @param each the size of a group
   * @param reward of one sample, from a rule
   */
  public static List<Example> examples(
      List<Sample> samples, int each, ToDoubleFunction<Sample> reward) {
    if (each < 2 || samples.size() % each != 0) {
      throw new IllegalArgumentException(
          "%d samples in groups of %d (expected: whole groups of at least 2)"
              .formatted(samples.size(), each));
    }
    List<Example> weighted = new ArrayList<>();
    for (int from = 0; from < samples.size(); from += each) {
      List<Sample> group = samples.subList(from, from + each);
      double mean = group.stream().mapToDouble(reward).average().orElseThrow();
      for (Sample sample : group) {
        double advantage = reward.applyAsDouble(sample) - mean;
        if (advantage != 0 && !sample.completion().isEmpty()) {
          weighted.add(sample.weighted(advantage));
        }
      }
    }
    return weighted;
  }
}
