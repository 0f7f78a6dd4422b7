// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import dev.assay.contracts.Usage;
import dev.assay.roles.RoleObserver;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;

/**
 * Counts what came of a role's calls. In the registry that all of a process share: of services that
 * run in one process, one alone can be asked from outside.
 *
 * @param role as the metrics call it
 */
record RoleMeters(String role) implements RoleObserver {

  private static final double MILLIS = 1_000;

  /**
   * Of a service.
   *
   * @param service its name, such as {@code critic-service}
   */
  static RoleMeters of(String service) {
    return new RoleMeters(service.replaceFirst("-service$", ""));
  }

  @Override
  public void called(Usage usage) {
    Metrics.counter("assay.model.seconds", "role", role).increment(usage.millis() / MILLIS);
    tokens("prompt", usage.promptTokens());
    tokens("completion", usage.completionTokens());
  }

  private void tokens(String kind, long count) {
    Metrics.counter("assay.model.tokens", "role", role, "kind", kind).increment((double) count);
  }

  @Override
  public void read(Outcome outcome) {
    String word = outcome.name().toLowerCase(Locale.ROOT);
    Metrics.counter("assay.replies", "role", role, "outcome", word).increment();
  }
}
