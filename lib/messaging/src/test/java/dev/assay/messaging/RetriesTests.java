// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTests {

  private static final IllegalStateException TRANSIENT = new IllegalStateException("busy");
  private static final IllegalArgumentException PERMANENT = new IllegalArgumentException("no");

  private final Retries retries =
      new Retries(3, Duration.ofMillis(100), IllegalStateException.class::isInstance);

  @Test
  void aTransientFailureIsTriedAgainUntilTheTriesAreUsedUp() {
    assertThat(IntStream.rangeClosed(1, 4).filter(tried -> retries.again(tried, TRANSIENT)))
        .containsExactly(1, 2);
  }

  @Test
  void anotherFailureIsNotTriedAgain() {
    assertThat(retries.again(1, PERMANENT)).isFalse();
  }

  @Test
  void everyWaitIsTwiceAsLong() {
    assertThat(IntStream.rangeClosed(1, 4).mapToObj(tried -> retries.delay(tried).toMillis()))
        .containsExactly(100L, 200L, 400L, 800L);
  }

  @Test
  void theUsualRetriesAreFiveTriesOverSevenAndAHalfSeconds() {
    Retries usual = Retries.of(_ -> true);

    Duration waits =
        IntStream.rangeClosed(1, 100)
            .filter(tried -> usual.again(tried, TRANSIENT))
            .mapToObj(usual::delay)
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(usual.attempts()).isEqualTo(5);
    assertThat(waits).isEqualTo(Duration.ofMillis(7_500));
  }

  @Test
  void thereIsAtLeastOneTry() {
    assertThatThrownBy(() -> new Retries(0, Duration.ZERO, _ -> true))
        .hasMessage("attempts: 0 (expected: >= 1)");
  }
}
