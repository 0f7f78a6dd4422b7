// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import java.util.Optional;

/** Whether there is room to keep what comes of a new problem. */
@FunctionalInterface
public interface FreeSpace {

  /** What is short, as it is to be told to the caller; empty if nothing is. */
  Optional<String> shortage();
}
