// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartitionWatchTests {

  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  private final PartitionWatch watch = new PartitionWatch();

  @Test
  void whereAllIsFinishedNothingWaits() {
    watch.see(untold(7), 7, START);

    assertThat(watch.waiting()).isZero();
    assertThat(watch.oldest(true)).isEmpty();
    assertThat(watch.silent()).isFalse();
  }

  @Test
  void whatIsFinishedOutOfOrderDoesNotWait() {
    watch.see(new Committed(7, 3, true, Optional.of(START.minusSeconds(9))), 12, START);

    assertThat(watch.waiting()).isEqualTo(2);
    assertThat(watch.oldest(false)).contains(START.minusSeconds(9));
  }

  @Test
  void whereNobodyTellsItsAgeIsThatOfTheStandstill() {
    watch.see(untold(7), 9, START);
    watch.see(untold(7), 11, START.plusSeconds(4));

    assertThat(watch.oldest(false)).contains(START);

    watch.see(untold(8), 11, START.plusSeconds(5));

    assertThat(watch.oldest(false)).contains(START.plusSeconds(5));
    assertThat(watch.waiting()).isEqualTo(3);
  }

  @Test
  void whatIsInHandDoesNotAgeWhileItsWorkersLive() {
    Committed inHand = new Committed(7, 0, true, Optional.empty());
    watch.see(inHand, 8, START);
    watch.see(inHand, 8, START.plusSeconds(600));

    assertThat(watch.silent()).isTrue();
    assertThat(watch.waiting()).isEqualTo(1);
    assertThat(watch.oldest(false)).isEmpty();
    assertThat(watch.oldest(true)).contains(START);
  }

  @Test
  void aPartitionThatWasCutBehindTheCommitHasNothingWaiting() {
    watch.see(untold(9), 4, START);

    assertThat(watch.waiting()).isZero();
  }

  private static Committed untold(long next) {
    return new Committed(next, 0, false, Optional.empty());
  }
}
