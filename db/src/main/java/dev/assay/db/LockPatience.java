// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.time.Duration;

/**
 * How long a migration waits for a table.
 *
 * @param lock of one try: so long, at most, others queue behind it
 * @param between how often it comes back; the others have their turn meanwhile
 */
record LockPatience(Duration lock, Patience between) {

  /** Some two minutes; long transactions of services are those of a settlement, of milliseconds. */
  static final LockPatience USUAL =
      new LockPatience(Duration.ofSeconds(2), new Patience(30, Duration.ofSeconds(2)));
}
