// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import dev.assay.embedded.model.examples.TextExample;
import java.util.List;
import java.util.SplittableRandom;

/** Draws tasks by their shares. */
public record TaskMixture(List<Part> parts) implements TrainingTask {

  /**
   * A task's share.
   *
   * @param share in proportion to those of the other parts; above 0
   */
  public record Part(TrainingTask task, double share) {

    public Part {
      if (!(share > 0)) {
        throw new IllegalArgumentException("share: " + share + " (expected: above 0)");
      }
    }
  }

  public TaskMixture {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a mixture of nothing (expected: at least one part)");
    }
  }

  @Override
  public TextExample next(SplittableRandom random) {
    double at = random.nextDouble() * parts.stream().mapToDouble(Part::share).sum();
    for (Part part : parts) {
      at -= part.share();
      if (at < 0) {
        return part.task().next(random);
      }
    }
    return parts.getLast().task().next(random);
  }
}
