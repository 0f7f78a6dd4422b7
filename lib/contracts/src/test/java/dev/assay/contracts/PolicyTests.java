// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static java.lang.ClassLoader.getPlatformClassLoader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

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
