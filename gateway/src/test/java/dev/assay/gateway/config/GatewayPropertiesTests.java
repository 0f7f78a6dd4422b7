// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.PolicyOverrides.Conduct;
import dev.assay.contracts.PolicyOverrides.Effort;
import dev.assay.contracts.PolicyOverrides.ErrorRates;
import dev.assay.contracts.PolicyOverrides.Limits;
import dev.assay.contracts.PolicyOverrides.Limits.Price;
import dev.assay.contracts.PolicyOverrides.Scoring;
import dev.assay.contracts.PolicyOverrides.Thresholds;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Stopping;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class GatewayPropertiesTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Properties.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(GatewayProperties.class)
  static class Properties {}

  private void with(String[] settings, Consumer<GatewayProperties> check) {
    String[] named = new String[settings.length];
    for (int i = 0; i < settings.length; i++) {
      named[i] = "assay.gateway." + settings[i];
    }
    runner
        .withPropertyValues(named)
        .run(context -> check.accept(context.getBean(GatewayProperties.class)));
  }

  @Test
  void defaults() {
    with(
        new String[0],
        properties -> {
          assertThat(properties.defaultPolicy()).isEqualTo(Policy.DEFAULT);
          assertThat(properties.waits().heartbeat()).isEqualTo(Duration.ofSeconds(15));
          assertThat(properties.largestBody().toBytes())
              .as("room for the largest question with every character escaped")
              .isGreaterThan(6 * Bounds.QUESTION);
          assertThat(properties.waits().hangUp()).isEqualTo(Duration.ofSeconds(10));
          assertThat(properties.allowedHosts()).isEmpty();
        });
  }

  @Test
  void everyPropertyOfThePolicyCanBeSet() {
    String[] settings = {
      "policy.attempts=3",
      "policy.verifications=2",
      "policy.revisions=0",
      "policy.rule=majority",
      "policy.alpha=0.1",
      "policy.verified-from=0.9",
      "policy.abstain-below=0.2",
      "policy.quorum=0.75",
      "policy.deadline=30s",
      "policy.stopping=adaptive",
      "policy.max-error-rate=0.05",
      "policy.false-pass=0.1",
      "policy.forced-endings=false",
      "policy.budget.calls=40",
      "policy.budget.tokens=5000",
      "policy.budget.cost.amount=0.50",
      "policy.budget.cost.currency=EUR"
    };

    PolicyOverrides all =
        new PolicyOverrides(
            new Effort(3, 2, 0),
            new Scoring(SelectionRule.MAJORITY, 0.1),
            new Thresholds(0.9, 0.2, 0.75),
            Duration.ofSeconds(30),
            Stopping.ADAPTIVE,
            new ErrorRates(0.05, 0.1),
            new Conduct(false),
            new Limits(40, 5_000L, new Price(new BigDecimal("0.50"), "EUR")));

    with(settings, properties -> assertThat(properties.policy().overrides()).isEqualTo(all));
  }

  @Test
  void nonsenseRefusesToStart() {
    for (String bad :
        new String[] {
          "policy.attempts=0",
          "policy.attempt=3",
          "policy.effort.attempts=3",
          "poll=0s",
          "heartbeet=1s",
          "style=compact",
          "largest-body=0B",
          "hang-up=0s"
        }) {
      runner
          .withPropertyValues("assay.gateway." + bad)
          .run(context -> assertThat(context.getStartupFailure()).as(bad).isNotNull());
    }
  }
}
