// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.policy;

import dev.assay.embedded.model.examples.TextExample;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Keeps of a model's own samples those that were right, to be learnt from like any text (rejection
 * fine-tuning; OPV, arXiv 2512.10756, section on training: verifications whose verdict equals the
 * label).
 */
public final class RejectionSampling {

  private RejectionSampling() {}

  /**
   * The samples whose verdict is the label.
   *
   * @param verdict what a sample says
   * @param label what it should have said
   */
  public static <V> List<TextExample> kept(
      List<PolicySample> samples,
      Function<PolicySample, V> verdict,
      Function<PolicySample, V> label) {
    return samples.stream()
        .filter(sample -> Objects.equals(verdict.apply(sample), label.apply(sample)))
        .map(sample -> sample.weighted(1))
        .toList();
  }

  /** The right completions of the questions that were got wrong: what there is to learn from. */
  public static List<TextExample> corrections(List<PolicySample> samples) {
    return samples.stream().filter(sample -> !sample.right()).map(PolicySample::question).toList();
  }
}
