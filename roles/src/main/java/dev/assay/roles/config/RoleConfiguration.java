// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import dev.assay.inference.api.Model;
import dev.assay.inference.openai.OpenAiModel;
import dev.assay.inference.openai.OpenAiSettings;
import dev.assay.inference.tensorflow.TensorFlowModels;
import dev.assay.reasoning.style.PromptStyles;
import dev.assay.roles.Role;
import dev.assay.roles.config.RoleProperties.Source;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Opens the model that the configuration names and gives the service its role. */
@AutoConfiguration
@ConditionalOnMissingBean(Role.class)
@EnableConfigurationProperties(RoleProperties.class)
class RoleConfiguration {

  /** Closed with the context: a model in this process holds native memory. */
  @Bean(destroyMethod = "close")
  Model model(RoleProperties properties) {
    Source source = properties.model();
    if (source.url() != null && !source.url().isBlank()) {
      String name = source.name() == null ? "" : source.name();
      return new OpenAiModel(new OpenAiSettings(url(source.url()), name, source.apiKey()));
    }
    Path folder = source.folder();
    if (folder == null) {
      throw new IllegalArgumentException(
          "assay.role.model: neither url nor folder (expected: the url of an OpenAI-compatible"
              + " server, or the folder of a checkpoint; see docs/models.md)");
    }
    return TensorFlowModels.open(folder, folder.getFileName().toString());
  }

  private static URI url(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "assay.role.model.url: " + text + " (expected: such as http://localhost:8000/v1)", e);
    }
  }

  @Bean
  Role role(Model model, RoleProperties properties, InstantSource clock) {
    return new Role(
        model,
        PromptStyles.named(properties.style()),
        properties.temperature(),
        properties.topP(),
        properties.maxTokens(),
        properties.timeout(),
        properties.maxReplyBytes(),
        clock);
  }
}
