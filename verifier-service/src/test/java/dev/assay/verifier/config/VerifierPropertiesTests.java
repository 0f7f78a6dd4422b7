// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class VerifierPropertiesTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Enabled.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(VerifierProperties.class)
  static class Enabled {}

  @Test
  void theDefaults() {
    runner.run(
        context ->
            assertThat(context.getBean(VerifierProperties.class))
                .isEqualTo(
                    new VerifierProperties(
                        VerifierProperties.VerdictKind.SAMPLED,
                        VerifierProperties.OutcomeKind.NATIVE,
                        VerifierProperties.RequestKind.WHOLE,
                        "",
                        Duration.ofMillis(500),
                        Duration.ofDays(1),
                        "")));
  }

  @Test
  void everyPropertyIsRead() {
    runner
        .withPropertyValues(
            "assay.verifier.verdicts=likelihood",
            "assay.verifier.outcome=summarised",
            "assay.verifier.requests=referred",
            "assay.verifier.likelihood=there.json",
            "assay.verifier.sweep=2s",
            "assay.verifier.forget-strays=3h",
            "assay.verifier.calibration=here.json")
        .run(
            context ->
                assertThat(context.getBean(VerifierProperties.class))
                    .isEqualTo(
                        new VerifierProperties(
                            VerifierProperties.VerdictKind.LIKELIHOOD,
                            VerifierProperties.OutcomeKind.SUMMARISED,
                            VerifierProperties.RequestKind.REFERRED,
                            "there.json",
                            Duration.ofSeconds(2),
                            Duration.ofHours(3),
                            "here.json")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sweep=0ms",
        "tries=5",
        "forget-strays=1h",
        "sweeep=1s",
        "protocol=logits",
        "outcome=short",
        "requests=short"
      })
  void nonsenseRefusesToStart(String property) {
    runner
        .withPropertyValues("assay.verifier." + property)
        .run(context -> assertThat(context).hasFailed());
  }
}
