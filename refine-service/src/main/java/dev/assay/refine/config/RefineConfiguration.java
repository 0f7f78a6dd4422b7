// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine.config;

import dev.assay.contracts.Topic;
import dev.assay.messaging.Consumers;
import dev.assay.messaging.Delivery;
import dev.assay.messaging.Retries;
import dev.assay.refine.core.Refiner;
import dev.assay.refine.in.RefineWork;
import dev.assay.roles.Role;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the service's work to its topic; refine-service.yaml names it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RefineProperties.class)
class RefineConfiguration {

  @Bean
  Consumer<Message<Delivery>> refine(Consumers consumers, Role role, RefineProperties properties) {
    // The verifier reads the same topic and dead-letters what cannot be read.
    return consumers.work(
        Topic.CRITIQUES,
        "refine",
        false,
        new RefineWork(new Refiner(role, properties.mode())),
        Retries.USUAL);
  }
}
