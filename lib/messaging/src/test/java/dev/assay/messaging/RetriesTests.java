// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTests {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final AttemptEvent.Requested task = EventFixture.attempt(EventFixture.problem(NOW), 0);
  private final Instant deadline = task.problem().deadline();
  private final Event endless = new Abandoned(task.attempt(), Stage.DRAFTING, "", Usage.NONE);

  @Test
  void waitsDoubleUpToAQuarterOfAMinuteAndAreHalfOfThatAtLeast() {
    long[] most = {500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000};

    for (int tries = 1; tries <= most.length; tries++) {
      assertThat(millis(task, tries)).isBetween(most[tries - 1] / 2, most[tries - 1]);
    }
    assertThat(millis(task, 10_000)).isBetween(7_500L, 15_000L);
  }

  @Test
  void waitsDifferBetweenEventsAndAreTheSameForOne() {
    assertThat(IntStream.range(0, 64).mapToObj(number -> delay(number)).distinct())
        .hasSizeGreaterThan(60);
    assertThat(delay(7)).isEqualTo(delay(7));
  }

  private Optional<Duration> delay(int number) {
    AttemptEvent.Requested attempt = EventFixture.attempt(task.problem(), number);
    return Retries.USUAL.delay(attempt, tried(1, 0), Optional.empty(), NOW);
  }

  @Test
  void whatAServerAsksForIsTheLeast() {
    Duration asked = Duration.ofSeconds(20);

    Optional<Duration> delay = Retries.USUAL.delay(task, tried(1, 0), Optional.of(asked), NOW);

    assertThat(delay.orElseThrow()).isBetween(asked, asked.plusMillis(500));
    assertThat(millis(task, 6, Optional.of(Duration.ofSeconds(1)))).isBetween(7_500L, 15_000L);
  }

  @Test
  void aWaitThatEndsPastTheDeadlineIsNone() {
    Retries exact = new Retries(5, Duration.ZERO, Duration.ofSeconds(15));
    Duration left = Duration.ofSeconds(3);
    Instant now = deadline.minus(left);

    assertThat(exact.delay(task, tried(1, 0), Optional.of(left), now)).contains(left);
    assertThat(exact.delay(task, tried(1, 0), Optional.of(left.plusNanos(1)), now)).isEmpty();
    assertThat(exact.delay(task, tried(1, 0), Optional.of(Duration.ofDays(99_999)), now)).isEmpty();
  }

  @Test
  void triesThatCostNothingGoOnUntilTheDeadline() {
    assertThat(Retries.USUAL.delay(task, tried(1_000, 4), Optional.empty(), NOW)).isPresent();
  }

  @Test
  void fiveTriesAtTheMostCostSomething() {
    assertThat(Retries.USUAL.delay(task, tried(5, 5), Optional.empty(), NOW)).isEmpty();
  }

  @Test
  void workWithoutADeadlineIsTriedFiveTimesAndWaitsAMinuteAtTheMost() {
    assertThat(Retries.USUAL.delay(endless, tried(4, 0), Optional.empty(), NOW)).isPresent();
    assertThat(Retries.USUAL.delay(endless, tried(5, 0), Optional.empty(), NOW)).isEmpty();
    assertThat(Retries.USUAL.delay(endless, tried(1, 0), Optional.of(Duration.ofMinutes(2)), NOW))
        .isEmpty();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new Retries(0, Duration.ZERO, Duration.ZERO))
        .hasMessage("bought: 0 (expected: >= 1)");
    assertThatThrownBy(() -> new Retries(1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessageContaining("in this order");
  }

  private long millis(Event event, int tries) {
    return millis(event, tries, Optional.empty());
  }

  private long millis(Event event, int tries, Optional<Duration> asked) {
    return Retries.USUAL.delay(event, tried(tries, 0), asked, NOW).orElseThrow().toMillis();
  }

  private static Tried tried(int tries, int bought) {
    return new Tried(tries, bought, Usage.NONE);
  }
}
