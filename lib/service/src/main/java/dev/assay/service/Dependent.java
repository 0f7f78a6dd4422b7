// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import org.springframework.context.SmartLifecycle;

/**
 * What does not start with its context, but when every {@link Dependency} is there: consumers, and
 * what does the same thing again and again. It stops in its phase, as everything else does.
 */
public interface Dependent extends SmartLifecycle {

  @Override
  default boolean isAutoStartup() {
    return false;
  }
}
