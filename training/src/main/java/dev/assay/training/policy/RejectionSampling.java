// SPDX-License-Identifier: Apache-2.0
package dev.assay.training.policy;

import dev.assay.training.data.Example;
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
  public static <V> List<Example> kept(
      List<Sample> samples, Function<Sample, V> verdict, Function<Sample, V> label) {
    return samples.stream()
        .filter(sample -> Objects.equals(verdict.apply(sample), label.apply(sample)))
        .map(sample -> sample.weighted(1))
        .toList();
  }

  /** The right completions of the questions that were got wrong: what there is to learn from. */
  public static List<Example> corrections(List<Sample> samples) {
    return samples.stream().filter(sample -> !sample.right()).map(Sample::question).toList();
  }
}
