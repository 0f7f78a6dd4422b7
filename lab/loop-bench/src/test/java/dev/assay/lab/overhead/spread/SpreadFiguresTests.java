// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of replicas that share work, against loads that are reckoned by hand. */
class SpreadFiguresTests {

  private static final SpreadLoad TWO_OF_ONE_SLOT = new SpreadLoad(2, 1, 2, 2, 100, 100, 0, 1, 1);

  @Test
  void whatWaitsBesideAnIdleReplicaIsMisplaced() {
    SpreadFigures figures =
        SpreadFigures.of(
            TWO_OF_ONE_SLOT,
            List.of(new WorkedCall(0, 0, 0, 100), new WorkedCall(0, 10, 100, 200)));

    assertThat(figures.byReplica()).containsExactly(2, 0);
    assertThat(figures.waits()).isEqualTo(45);
    assertThat(figures.stay()).isEqualTo(145);
    assertThat(figures.misplaced()).isEqualTo(45);
  }

  @Test
  void whatWaitsWhileAllAreBusyIsNot() {
    SpreadFigures figures =
        SpreadFigures.of(
            new SpreadLoad(2, 1, 2, 3, 100, 100, 0, 1, 1),
            List.of(
                new WorkedCall(0, 0, 0, 100),
                new WorkedCall(1, 0, 0, 100),
                new WorkedCall(0, 10, 100, 200)));

    assertThat(figures.misplaced()).isZero();
  }

  /** By Little's law and an offered load of 0.7 of the places nobody waits for long on many. */
  @Test
  void theIdealIsListSchedulingOnAllSlots() {
    SpreadLoad load = new SpreadLoad(2, 16, 4, 10_000, 20, 20, 0, 0.7, 3);

    SpreadFigures figures = SpreadFigures.of(load, List.of(new WorkedCall(0, 0, 0, 20)));

    assertThat(figures.idealStay()).isCloseTo(20, within(1.0));
    assertThat(load.draw().getLast().arrival()).isCloseTo(10_000 * 20 / (0.7 * 32), within(500.0));
  }
}
