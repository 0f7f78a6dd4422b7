// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws.pool;

import java.util.List;

/**
 * An attempt with all its revisions, refined in two ways.
 *
 * @param guided the draft, and what the refiner made of it from the critic's step and suggestion;
 *     ends where the critic flagged nothing more, or with the last round
 * @param blind what the refiner made of the draft when it went on from a step of chance, without a
 *     suggestion; without the draft, so empty where that was not flagged
 */
public record PooledAttempt(List<Revision> guided, List<Revision> blind) {

  public PooledAttempt {
    guided = List.copyOf(guided);
    blind = List.copyOf(blind);
    if (guided.isEmpty()) {
      throw new IllegalArgumentException("guided: none (expected: at least the draft)");
    }
  }

  public Revision draft() {
    return guided.getFirst();
  }
}
