// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.storage;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one problem of a shape takes, in bytes; the mean of several.
 *
 * @param tables what stays in the database, by table and its indexes
 * @param topics what the broker keeps until its retention, by topic
 * @param writtenAhead what the database wrote ahead on the way
 */
public record StorageSample(
    StorageShape shape,
    SortedMap<String, Long> tables,
    SortedMap<String, Long> topics,
    long writtenAhead) {

  /** What there was more of afterwards, for each of so many problems. */
  static SortedMap<String, Long> grown(
      Map<String, Long> before, Map<String, Long> after, int problems) {
    SortedMap<String, Long> grown = new TreeMap<>();
    after.forEach(
        (what, bytes) -> {
          long each = Math.round((bytes - before.getOrDefault(what, 0L)) / (double) problems);
          if (each != 0) {
            grown.put(what, each);
          }
        });
    return grown;
  }

  /** In the database, for good. */
  public long stored() {
    return sum(tables);
  }

  /** At the broker. */
  public long published() {
    return sum(topics);
  }

  private static long sum(Map<String, Long> parts) {
    return parts.values().stream().mapToLong(Long::longValue).sum();
  }
}
