// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RepeaterTests {

  // Many times: a thread that starts faster than the field that it looks at is set once ended here.
  @RepeatedTest(500)
  void aStartedRepeaterTakesTurns() throws InterruptedException {
    CountDownLatch turns = new CountDownLatch(2);
    Repeater repeater =
        new Repeater(
            "test",
            () -> {
              turns.countDown();
              return Duration.ofMillis(1);
            });

    repeater.start();

    assertThat(turns.await(10, TimeUnit.SECONDS)).isTrue();
    repeater.stop();
  }

  @Test
  void aWakeUpTakesTheNextTurnNow() throws InterruptedException {
    CountDownLatch turns = new CountDownLatch(2);
    Repeater repeater =
        new Repeater(
            "test",
            () -> {
              turns.countDown();
              return Duration.ofHours(1);
            });
    repeater.start();

    repeater.wake();
    repeater.wake();

    assertThat(turns.await(10, TimeUnit.SECONDS)).isTrue();
    repeater.stop();
  }

  @Test
  void aTurnThatFailsIsTakenAgain() throws InterruptedException {
    CountDownLatch good = new CountDownLatch(1);
    AtomicInteger turns = new AtomicInteger();
    Repeater repeater =
        new Repeater(
            "test",
            () -> {
              if (turns.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
              }
              good.countDown();
              return Duration.ofHours(1);
            });
    repeater.start();

    repeater.wake();

    assertThat(good.await(10, TimeUnit.SECONDS)).isTrue();
    repeater.stop();
  }

  @Test
  void noTurnIsTakenAfterStopHasReturned() {
    AtomicInteger turns = new AtomicInteger();
    Repeater repeater =
        new Repeater(
            "test",
            () -> {
              turns.incrementAndGet();
              return Duration.ZERO;
            });
    repeater.start();

    repeater.stop();

    int taken = turns.get();
    Thread.onSpinWait();
    assertThat(turns.get()).isEqualTo(taken);
    assertThat(repeater.isRunning()).isFalse();
  }
}
