// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator can set of the space that problems take.
 *
 * @param folder whose disk is watched; empty where the database is on another machine
 * @param leastFree what must be free there for a new problem to be taken; the default is what
 *     PostgreSQL may write ahead (128 MB, twice), and as much again for what was taken before
 * @param retention how long a problem is kept after it was settled; longer than the topics keep its
 *     events, or a repeated event would find a problem that nobody remembers
 */
@ConfigurationProperties(value = "assay.store", ignoreUnknownFields = false)
record StoreProperties(
    @DefaultValue("") String folder,
    @DefaultValue("512MB") DataSize leastFree,
    @DefaultValue("30d") Duration retention) {

  private static final Duration LEAST = Duration.ofDays(7);

  StoreProperties {
    if (leastFree.isNegative()) {
      throw new IllegalArgumentException(
          "assay.store.least-free: " + leastFree + " (expected: 0B or more)");
    }
    if (retention.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "assay.store.retention: " + retention + " (expected: at least 7d)");
    }
  }
}
