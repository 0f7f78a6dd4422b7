// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** Gives every service the wait for its surroundings, and the probe that tells of it. */
@AutoConfiguration
@EnableConfigurationProperties(DependenciesProperties.class)
class ServiceConfiguration {

  @Bean
  Dependencies dependencies(
      List<Dependency> all,
      ObjectProvider<Dependent> dependents,
      DependenciesProperties properties,
      ApplicationEventPublisher events) {
    return new Dependencies(
        all,
        () -> dependents.stream().toList(),
        properties,
        e -> AvailabilityChangeEvent.publish(events, e, LivenessState.BROKEN));
  }

  @Bean
  HealthIndicator dependenciesHealthIndicator(Dependencies dependencies) {
    return new DependenciesHealth(dependencies);
  }
}
