// SPDX-License-Identifier: Apache-2.0
package dev.assay.training;

import dev.assay.training.data.Example;
import java.util.List;
import java.util.SplittableRandom;

/** Draws tasks by their shares. */
public record Mixture(List<Part> parts) implements Task {

  /**
   * A task's share.
   *
   * @param share in proportion to those of the other parts; above 0
   */
  public record Part(Task task, double share) {

    public Part {
      if (!(share > 0)) {
        throw new IllegalArgumentException("share: " + share + " (expected: above 0)");
      }
    }
  }

  public Mixture {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a mixture of nothing (expected: at least one part)");
    }
  }

  @Override
  public Example next(SplittableRandom random) {
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
