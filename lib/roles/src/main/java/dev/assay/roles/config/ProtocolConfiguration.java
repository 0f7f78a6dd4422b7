// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import dev.assay.prompts.Protocol;
import dev.assay.prompts.Protocols;
import dev.assay.roles.Role;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The protocol of the model that the configuration names, without the model: who takes questions in
 * must know which can be asked, and opens none.
 */
@AutoConfiguration
@ConditionalOnMissingBean({Protocol.class, Role.class})
@EnableConfigurationProperties(RoleProperties.class)
class ProtocolConfiguration {

  @Bean
  Protocol protocol(RoleProperties properties) {
    Protocol protocol = Protocols.of(properties.protocol(), properties.model());
    return properties.prompts().isBlank()
        ? protocol
        : protocol.with(protocol.prompts().replacedBy(Path.of(properties.prompts().strip())));
  }
}
