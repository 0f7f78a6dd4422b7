// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws.pool;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  /** In what a pool that was drawn differs from these, in words; empty if in nothing. */
  List<String> differences(PoolSettings drawn) {
    Map<String, String> wanted = named();
    Map<String, String> found = drawn.named();
    return Stream.concat(wanted.keySet().stream(), found.keySet().stream())
        .distinct()
        .filter(name -> !Objects.equals(wanted.get(name), found.get(name)))
        .map(name -> "%s %s (expected: %s)".formatted(name, found.get(name), wanted.get(name)))
        .toList();
  }

  private Map<String, String> named() {
    Map<String, String> named = new TreeMap<>(roles);
    named.put("attempts", Integer.toString(attempts));
    named.put("verifications", Integer.toString(verifications));
    named.put("revisions", Integer.toString(revisions));
    named.put("votes", Integer.toString(votes));
    return named;
  }
}
