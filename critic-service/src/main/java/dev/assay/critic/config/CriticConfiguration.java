// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.config;

import dev.assay.contracts.Topic;
import dev.assay.critic.core.Critic;
import dev.assay.critic.in.CriticWork;
import dev.assay.messaging.Consumers;
import dev.assay.messaging.Delivery;
import dev.assay.messaging.Retries;
import dev.assay.roles.Role;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the service's work to its topic; critic-service.yaml names it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CriticProperties.class)
class CriticConfiguration {

  @Bean
  Consumer<Message<Delivery>> criticise(
      Consumers consumers, Role role, CriticProperties properties) {
    return consumers.work(
        Topic.SOLUTIONS,
        "critic",
        true,
        new CriticWork(new Critic(role, properties.votes())),
        Retries.USUAL);
  }
}
