// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.config;

import dev.assay.gateway.core.LoadShedding;
import dev.assay.gateway.core.LoadShedding.Limits;
import dev.assay.gateway.out.OpenProblems;
import dev.assay.messaging.Repeater;
import dev.assay.messaging.backlog.Backlog;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what keeps the work that is taken within what can be done. */
@Configuration(proxyBeanMethods = false)
class SheddingConfiguration {

  private static final Duration EVERY = Duration.ofSeconds(1);

  @Bean
  LoadShedding shedding(GatewayProperties properties, MeterRegistry meters) {
    Limits limits = new Limits(properties.shed().oldest(), properties.shed().open());
    LoadShedding shedding =
        new LoadShedding(
            limits,
            new SecureRandom(),
            reason ->
                meters.counter("assay.gateway.shed", "reason", reason.toString()).increment());
    meters.gauge("assay.gateway.open", shedding, LoadShedding::open);
    return shedding;
  }

  /** Where nobody measures the backlog, the number of open problems alone decides. */
  @Bean
  Repeater loadLook(
      LoadShedding shedding,
      JdbcClient jdbc,
      InstantSource clock,
      ObjectProvider<Backlog> backlog) {
    OpenProblems open = new OpenProblems(jdbc, clock);
    return new Repeater(
        "load",
        () -> {
          Backlog measured = backlog.getIfAvailable();
          shedding.look(open::count, () -> measured == null ? Optional.empty() : measured.oldest());
          return EVERY;
        });
  }
}
