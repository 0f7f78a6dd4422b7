// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.scaling.pool;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pool was drawn with: a pool of other models or of another size is not gone on with.
 *
 * @param attempts of each problem
 * @param verifications verdicts on each outcome
 * @param revisions most rounds of refinement
 * @param votes drafts of each problem
 * @param roles of each role, which weights answered and how they were sampled
 */
public record PoolSettings(
    int attempts, int verifications, int revisions, int votes, Map<String, String> roles) {

  public PoolSettings {
    // Sorted, as people compare them when they differ.
    roles = Collections.unmodifiableMap(new TreeMap<>(roles));
  }
}
