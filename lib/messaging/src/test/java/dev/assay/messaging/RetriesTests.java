// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTests {

  private final Retries retries = new Retries(3, Duration.ofMillis(100));

  @Test
  void anotherTryFollowsUntilTheyAreUsedUp() {
    assertThat(IntStream.rangeClosed(1, 4).filter(retries::again)).containsExactly(1, 2);
  }

  @Test
  void everyWaitIsTwiceAsLong() {
    assertThat(IntStream.rangeClosed(1, 4).mapToObj(tried -> millis(tried, Optional.empty())))
        .containsExactly(100L, 200L, 400L, 800L);
  }

  @Test
  void aLongerWaitThatAServerAsksForIsWaitedUpToAMinute() {
    assertThat(millis(3, Optional.of(Duration.ofMillis(399)))).isEqualTo(400);
    assertThat(millis(3, Optional.of(Duration.ofSeconds(7)))).isEqualTo(7_000);
    assertThat(millis(3, Optional.of(Duration.ofDays(9_999)))).isEqualTo(60_000);
  }

  @Test
  void theUsualRetriesAreFiveTriesOverSevenAndAHalfSeconds() {
    Retries usual = Retries.USUAL;

    Duration waits =
        IntStream.rangeClosed(1, 100)
            .filter(usual::again)
            .mapToObj(tried -> usual.delay(tried, Optional.empty()))
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(usual.attempts()).isEqualTo(5);
    assertThat(waits).isEqualTo(Duration.ofMillis(7_500));
  }

  @Test
  void thereIsAtLeastOneTry() {
    assertThatThrownBy(() -> new Retries(0, Duration.ZERO))
        .hasMessage("attempts: 0 (expected: >= 1)");
  }

  private long millis(int tried, Optional<Duration> asked) {
    return retries.delay(tried, asked).toMillis();
  }
}
