// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static java.lang.ClassLoader.getPlatformClassLoader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.PolicyOverrides.Limits;
import dev.assay.contracts.PolicyOverrides.Limits.Price;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTests {

  @Test
  void aValueOutOfRangeIsNamedWithTheRange() {
    assertThatThrownBy(() -> policy(0, 4, 0.5, Duration.ofSeconds(30)))
        .hasMessage("attempts: 0 (expected: 1 to 64)");
    assertThatThrownBy(() -> policy(1_000_000, 4, 0.5, Duration.ofSeconds(30)))
        .hasMessage("attempts: 1000000 (expected: 1 to 64)");
    assertThatThrownBy(() -> policy(8, 0, 0.5, Duration.ofSeconds(30)))
        .hasMessage("verifications: 0 (expected: 1 to 64)");
    assertThatThrownBy(() -> policy(8, 4, Double.NaN, Duration.ofSeconds(30)))
        .hasMessageContaining("alpha: NaN");
    assertThatThrownBy(() -> policy(8, 4, 0.5, Duration.ofSeconds(-5)))
        .hasMessage("deadline: PT-5S (expected: PT1S to PT1H)");
  }

  @Test
  void nothingButTheVerificationsIsCut() {
    Policy policy = policy(8, 4, 0.5, Duration.ofSeconds(30));

    assertThat(policy.withVerificationsUpTo(1))
        .isEqualTo(policy(8, 1, 0.5, Duration.ofSeconds(30)));
    assertThat(policy.withVerificationsUpTo(4)).isEqualTo(policy);
    assertThat(policy.withVerificationsUpTo(Integer.MAX_VALUE)).isEqualTo(policy);
  }

  @Test
  void endingsAreForcedUnlessSomebodyForbidsIt() {
    Policy forbidding = forcing(false).over(Policy.DEFAULT);

    assertThat(Policy.DEFAULT.forcedEndings()).isTrue();
    assertThat(Json.mapper().writeValueAsString(Policy.DEFAULT)).doesNotContain("forced_endings");
    assertThat(forbidding.forcedEndings()).isFalse();
    assertThat(forbidding.withVerificationsUpTo(1).forcedEndings()).isFalse();
    assertThat(PolicyOverrides.NONE.over(forbidding)).isEqualTo(forbidding);
    assertThat(forcing(true).over(forbidding)).isEqualTo(Policy.DEFAULT);
  }

  private static PolicyOverrides forcing(boolean allowed) {
    return PolicyOverrides.NONE.withConduct(new PolicyOverrides.Conduct(allowed));
  }

  @Test
  void aBudgetIsLaidOverTheOneBelowFieldByField() {
    Policy operators = Policy.DEFAULT.withBudget(new Budget(40, 5_000L, null));
    Limits callers = new Limits(null, 900L, new Price(new BigDecimal("0.50"), "EUR"));

    Policy both = PolicyOverrides.NONE.withBudget(callers).over(operators);

    assertThat(both.budget())
        .isEqualTo(new Budget(40, 900L, new Budget.Cost(new BigDecimal("0.5"), "EUR")));
    assertThat(PolicyOverrides.NONE.over(both)).isEqualTo(both);
    assertThat(both.withVerificationsUpTo(1).budget()).isEqualTo(both.budget());
    assertThat(both.withDeadline(Duration.ofSeconds(2)).budget()).isEqualTo(both.budget());
    assertThat(Json.mapper().readValue(Json.mapper().writeValueAsString(both), Policy.class))
        .isEqualTo(both);
    assertThat(Json.mapper().writeValueAsString(Policy.DEFAULT)).doesNotContain("budget");
    assertThat(PolicyOverrides.NONE.withBudget(Limits.UNSET)).isEqualTo(PolicyOverrides.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"calls": 0}                                       | budget.calls: 0 (expected: 1 to 100000)
          {"tokens": -1}                                     | budget.tokens: -1 (expected: 1 to
          {"cost": {"amount": 1}}                            | budget.cost.currency: missing
          {"cost": {"currency": "EUR"}}                      | budget.cost.amount: missing
          {"cost": {"amount": 0, "currency": "EUR"}}         | budget.cost.amount: not an amount
          {"cost": {"amount": 1e99999999, "currency": "EUR"}}| budget.cost.amount: not an amount
          {"cost": {"amount": 1, "currency": "euro"}}        | budget.cost.currency: euro (expected: a code
          {"cost": {"amount": 1, "currency": "QQQ"}}         | budget.cost.currency: QQQ (expected
          """)
  void aBudgetThatIsNoneIsRefused(String budget, String why) {
    Limits limits = Json.mapper().readValue(budget, Limits.class);
    PolicyOverrides overrides = PolicyOverrides.NONE.withBudget(limits);

    assertThatThrownBy(() -> overrides.over(Policy.DEFAULT)).hasMessageStartingWith(why);
  }

  /** A process may meet a part before it meets the policy: when it reads an event, for one. */
  @Test
  void anyPartMayBeTheFirstThatIsLoaded() throws Exception {
    URL[] ours = {Policy.class.getProtectionDomain().getCodeSource().getLocation()};
    for (Class<?> whole : List.of(Policy.class, PolicyOverrides.class, Answer.class)) {
      for (Class<?> part : whole.getDeclaredClasses()) {
        try (URLClassLoader fresh = new URLClassLoader(ours, getPlatformClassLoader())) {
          assertThatCode(() -> Class.forName(part.getName(), true, fresh))
              .doesNotThrowAnyException();
        }
      }
    }
  }

  private static Policy policy(int attempts, int verifications, double alpha, Duration deadline) {
    return new Policy(
        new Policy.Effort(attempts, verifications, 1),
        new Policy.Scoring(SelectionRule.PESSIMISTIC, alpha),
        new Policy.Thresholds(0.7, 0.1, 0.5),
        deadline,
        Stopping.FIXED,
        Policy.ErrorRates.UNSET);
  }
}
