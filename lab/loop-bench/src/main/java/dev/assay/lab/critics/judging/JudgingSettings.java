// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import java.util.ArrayList;
import java.util.List;

/**
 * What judgements depend on, in the first line of their file: those of another model, protocol or
 * seed are not gone on with. How many solutions and votes are wanted is not among it, as more of
 * them may be wanted later.
 *
 * @param role which of the loop
 * @param model which weights answer, in which protocol, and how they are sampled
 * @param version of the judge
 * @param seed of all draws
 */
public record JudgingSettings(String role, String model, String version, long seed) {

  /** In what those of a file differ from these, in words; empty if in nothing. */
  List<String> differences(JudgingSettings found) {
    List<String> differences = new ArrayList<>();
    difference(differences, "role", role, found.role);
    difference(differences, "model", model, found.model);
    difference(differences, "version", version, found.version);
    difference(differences, "seed", Long.toString(seed), Long.toString(found.seed));
    return differences;
  }

  private static void difference(
      List<String> differences, String name, String wanted, String found) {
    if (!wanted.equals(found)) {
      differences.add("%s %s (expected: %s)".formatted(name, found, wanted));
    }
  }
}
