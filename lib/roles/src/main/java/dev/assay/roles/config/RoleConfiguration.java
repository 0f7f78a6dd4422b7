// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import dev.assay.model.Model;
import dev.assay.model.ModelProviders;
import dev.assay.model.ModelSource;
import dev.assay.prompts.Protocol;
import dev.assay.roles.ModelAccount;
import dev.assay.roles.Role;
import dev.assay.service.Dependency;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Opens the model that the configuration names and gives the service its role. */
@AutoConfiguration(after = ProtocolConfiguration.class)
@ConditionalOnMissingBean(Role.class)
@EnableConfigurationProperties(RoleProperties.class)
class RoleConfiguration {

  /** Closed with the context: a model in this process holds native memory. */
  @Bean(destroyMethod = "close")
  Model model(RoleProperties properties) {
    return ModelProviders.installed().open(properties.model());
  }

  /** For whoever looks whether the model does its job. */
  @Bean
  ModelSource modelSource(RoleProperties properties) {
    return properties.model();
  }

  @Bean
  Dependency modelDependency(Model model) {
    return new ModelDependency(model);
  }

  @Bean
  Role role(
      Model model,
      Protocol protocol,
      RoleProperties properties,
      InstantSource clock,
      Environment environment) {
    RoleProperties settled =
        properties.settledBy(properties.votes() ? protocol.votes() : protocol.oneDraw());
    return new Role(
        model,
        protocol,
        Objects.requireNonNull(settled.temperature()),
        Objects.requireNonNull(settled.topP()),
        settled.maxTokens(),
        properties.timeout(),
        properties.maxReplyBytes(),
        clock,
        new ModelAccount(
            WeightsName.of(properties.model()), Objects.requireNonNull(properties.model().price())),
        RoleMeters.of(environment.getProperty("spring.application.name", "role")));
  }
}
