// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.checks;

import java.util.List;

/**
 * A promise, and how it was kept.
 *
 * @param name what is promised
 * @param checked how many things it was checked of
 * @param broken in how many of them it is broken
 * @param counts what else was counted
 * @param examples some of those in which it is broken
 */
public record Invariant(
    String name, long checked, long broken, List<Count> counts, List<String> examples) {

  private static final int MOST_EXAMPLES = 5;

  public Invariant {
    counts = List.copyOf(counts);
    examples = examples.stream().limit(MOST_EXAMPLES).toList();
  }

  static Invariant of(String name, long checked, List<String> broken, Count... counts) {
    return new Invariant(name, checked, broken.size(), List.of(counts), broken);
  }

  /** Whether it holds. */
  public boolean holds() {
    return broken == 0;
  }
}
