// SPDX-License-Identifier: Apache-2.0
package dev.assay.generator.config;

import dev.assay.contracts.Topic;
import dev.assay.generator.core.Generator;
import dev.assay.generator.in.DraftWork;
import dev.assay.messaging.Consumers;
import dev.assay.messaging.Delivery;
import dev.assay.messaging.Retries;
import dev.assay.roles.Role;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the service's work to its topics; generator-service.yaml names them. */
@Configuration(proxyBeanMethods = false)
class GeneratorConfiguration {

  private static final String GROUP = "generator";

  @Bean
  Consumer<Message<Delivery>> draft(Consumers consumers, Role role) {
    return consumers.work(
        Topic.ATTEMPTS, GROUP, true, new DraftWork(new Generator(role)), Retries.USUAL);
  }
}
