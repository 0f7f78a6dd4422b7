// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says by the readiness of the process what it waits for; it only reads what was seen last. */
final class DependenciesHealth implements HealthIndicator {

  private final Dependencies dependencies;

  DependenciesHealth(Dependencies dependencies) {
    this.dependencies = dependencies;
  }

  @Override
  public Health health() {
    Map<String, String> troubles = dependencies.troubles();
    boolean well = dependencies.isOpen() && troubles.isEmpty();
    return (well ? Health.up() : Health.down()).withDetails(troubles).build();
  }
}
