// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class CriticPropertiesTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Enabled.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(CriticProperties.class)
  static class Enabled {}

  @Test
  void theDefaults() {
    runner.run(
        context ->
            assertThat(context.getBean(CriticProperties.class)).isEqualTo(new CriticProperties(1)));
  }

  @Test
  void everyPropertyIsRead() {
    runner
        .withPropertyValues("assay.critic.votes=8")
        .run(
            context ->
                assertThat(context.getBean(CriticProperties.class))
                    .isEqualTo(new CriticProperties(8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"votes=0", "votes=65", "vote=3"})
  void whatCannotBeMeantIsRefused(String property) {
    runner
        .withPropertyValues("assay.critic." + property)
        .run(context -> assertThat(context).hasFailed());
  }
}
