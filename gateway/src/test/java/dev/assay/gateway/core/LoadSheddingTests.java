// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.gateway.core.LoadShedding.Limits;
import dev.assay.gateway.core.LoadShedding.Reason;
import dev.assay.gateway.core.Refusal.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LoadSheddingTests {

  private final List<Reason> refused = new ArrayList<>();
  private final LoadShedding shedding =
      new LoadShedding(new Limits(Duration.ofSeconds(10), 3), new Random(1), refused::add);

  @Test
  void noMoreAreTakenThanMayBeOpen() {
    for (int i = 0; i < 3; i++) {
      assertThat(shedding.<Integer>take(() -> 7)).isEqualTo(7);
    }

    assertThat(refusal().kind()).isEqualTo(Kind.BUSY);
    assertThat(refused).containsExactly(Reason.OPEN);
    assertThat(shedding.open()).isEqualTo(3);
  }

  @Test
  void thoseOfOtherReplicasCount() {
    shedding.look(() -> 2, Optional::empty);
    shedding.take(() -> 1);

    assertThat(refusal())
        .hasMessageContaining("3 problems are open")
        .hasMessageContaining("shed.open");
  }

  @Test
  void whatIsSettledMakesRoom() {
    for (int i = 0; i < 3; i++) {
      shedding.take(() -> 1);
    }
    shedding.look(() -> 2, Optional::empty);

    assertThat(shedding.<Integer>take(() -> 7)).isEqualTo(7);
  }

  @Test
  void whatIsTakenDuringTheCountCounts() {
    shedding.look(
        () -> {
          shedding.take(() -> 1);
          return 2;
        },
        Optional::empty);

    assertThat(shedding.open()).isEqualTo(3);
  }

  @Test
  void whatCouldNotBeKeptTakesNoPlace() {
    assertThatThrownBy(
            () ->
                shedding.take(
                    () -> {
                      throw new IllegalStateException("away");
                    }))
        .hasMessage("away");
    assertThat(shedding.open()).isZero();
  }

  @Test
  void nothingIsTakenWhileTheOldestTaskIsTooOld() {
    shedding.look(() -> 1, () -> Optional.of(Duration.ofSeconds(10)));
    shedding.take(() -> 1);
    shedding.look(() -> 1, () -> Optional.of(Duration.ofSeconds(11)));

    assertThat(refusal())
        .hasMessageContaining("waited for 11 s")
        .hasMessageContaining("shed.oldest");
    assertThat(refused).containsExactly(Reason.OLDEST);
  }

  @Test
  void whoIsRefusedIsToldToComeWhenThereMayBeRoom() {
    shedding.look(() -> 1, () -> Optional.of(Duration.ofSeconds(20)));
    assertThat(refusal().retryAfter().orElseThrow())
        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));

    shedding.look(() -> 1, () -> Optional.of(Duration.ofHours(1)));
    assertThat(refusal().retryAfter().orElseThrow())
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  @Test
  void theFasterProblemsAreSettledTheSoonerToCome() {
    LoadShedding hundreds =
        new LoadShedding(new Limits(Duration.ofSeconds(10), 300), new Random(1), refused::add);
    hundreds.look(() -> 500, Optional::empty);
    for (int settled = 0; settled < 100; settled += 20) {
      long open = 500 - settled - 20;
      hundreds.look(() -> open, Optional::empty);
    }

    // Of 400 half are gone in 15 looks, at a rate that is known by now to be some 13 a look.
    assertThat(
            catchThrowableOfType(Refusal.class, () -> hundreds.take(() -> 1))
                .retryAfter()
                .orElseThrow())
        .isBetween(Duration.ofSeconds(14), Duration.ofSeconds(30));
  }

  @Test
  void ofManyAtOnceAsManyAreTakenAsThereIsRoomFor() throws Exception {
    LoadShedding shared =
        new LoadShedding(new Limits(Duration.ofSeconds(10), 3), new Random(1), _ -> {});
    List<Future<Integer>> all = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        all.add(callers.submit(() -> taken(shared)));
      }
    }
    int taken = 0;
    for (Future<Integer> each : all) {
      taken += each.get();
    }
    assertThat(taken).isEqualTo(3);
  }

  @Test
  void noMoreAreTakenInAtATimeThanTheDatabaseBears() {
    LoadShedding wide =
        new LoadShedding(new Limits(Duration.ofSeconds(10), 1000), new Random(1), refused::add);

    assertThat(takenWithin(wide)).isEqualTo(64);
    assertThat(refused).containsExactly(Reason.ARRIVING);
    assertThat(taken(wide)).isOne();
  }

  /** How many are let in one within the other. */
  private static int takenWithin(LoadShedding shedding) {
    try {
      return shedding.take(() -> 1 + takenWithin(shedding));
    } catch (Refusal e) {
      return 0;
    }
  }

  private Refusal refusal() {
    return catchThrowableOfType(Refusal.class, () -> shedding.take(() -> 1));
  }

  private static int taken(LoadShedding shedding) {
    try {
      return shedding.take(() -> 1);
    } catch (Refusal e) {
      return 0;
    }
  }
}
