// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.time.Duration;
import java.util.Optional;

/**
 * Implemented by the failures of calls, which report what whoever made them has to decide with: the
 * bill, and whether and when to call again. Whoever fails does not wait by itself.
 */
public interface CallFailure {

  /** What was paid all the same. */
  Usage spent();

  /** Whether the same call may succeed later. */
  boolean mayPass();

  /** How long whoever was called wants to be left alone; empty if it did not say. */
  Optional<Duration> retryAfter();
}
