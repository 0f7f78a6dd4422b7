// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecentIdsTests {

  @Test
  void whatWasAddedIsKnown() {
    RecentIds ids = new RecentIds(3);

    ids.add("a");

    assertThat(ids.contains("a")).isTrue();
    assertThat(ids.contains("b")).isFalse();
  }

  @Test
  void theOldestMakesRoomForTheNewest() {
    RecentIds ids = new RecentIds(3);

    IntStream.range(0, 5).forEach(ids::add);

    assertThat(IntStream.range(0, 5).filter(ids::contains)).containsExactly(2, 3, 4);
  }

  @Test
  void anIdThatIsAddedTwiceTakesOnePlace() {
    RecentIds ids = new RecentIds(2);

    ids.add("a");
    ids.add("b");
    ids.add("b");

    assertThat(ids.contains("a")).isTrue();
  }

  @Test
  void itHoldsNoMoreThanItMayWithManyThreads() {
    RecentIds ids = new RecentIds(100);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 5_000).forEach(id -> threads.submit(() -> ids.add(id)));
    }

    assertThat(IntStream.range(0, 5_000).filter(ids::contains)).hasSize(100);
  }
}
