// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Gives every service the wait for its surroundings, and the probe that tells of it. */
@AutoConfiguration
@EnableConfigurationProperties(DependenciesProperties.class)
class ServiceConfiguration {

  private static final int FAILED = 1;

  @Bean
  static DatabaseUrl databaseUrl() {
    return new DatabaseUrl();
  }

  @Bean
  Dependencies dependencies(
      List<Dependency> all,
      ObjectProvider<Dependent> dependents,
      DependenciesProperties properties) {
    return new Dependencies(
        all,
        () -> dependents.stream().toList(),
        properties,
        // From a thread of its own: the end waits for the one that asks for it.
        () -> Thread.ofPlatform().name("end").start(() -> System.exit(FAILED)));
  }

  @Bean
  HealthIndicator dependenciesHealthIndicator(Dependencies dependencies) {
    return new DependenciesHealth(dependencies);
  }
}
