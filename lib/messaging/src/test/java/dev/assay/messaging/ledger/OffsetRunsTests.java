// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetRunsTests {

  private final OffsetRuns runs = new OffsetRuns();

  @Test
  void neighboursAreOneRun() {
    LongStream.of(5, 7, 6, 4, 9).forEach(runs::add);

    assertThat(runs).hasToString("{4=8, 9=10}");
    assertThat(runs.count()).isEqualTo(5);
    assertThat(runs.contains(6)).isTrue();
    assertThat(runs.contains(8)).isFalse();
  }

  @Test
  void aRunMaySwallowOthers() {
    LongStream.of(1, 3, 5, 9).forEach(runs::add);

    runs.add(2, 9);

    assertThat(runs).hasToString("{1=10}");
  }

  @Test
  void whatIsTakenOutLeavesAGap() {
    runs.add(10, 20);

    runs.remove(15);
    runs.remove(19);
    runs.remove(99);

    assertThat(runs).hasToString("{10=15, 16=19}");
  }

  @Test
  void itIsTheSetThatASetIs() {
    SplittableRandom random = new SplittableRandom(7);
    TreeSet<Long> set = new TreeSet<>();
    for (int i = 0; i < 20_000; i++) {
      long offset = random.nextLong(300);
      if (random.nextBoolean()) {
        set.add(offset);
        runs.add(offset);
      } else {
        set.remove(offset);
        runs.remove(offset);
      }
      long probe = random.nextLong(300);
      assertThat(runs.contains(probe)).isEqualTo(set.contains(probe));
    }
    assertThat(OffsetRuns.read(runs.text()).orElseThrow()).hasToString(runs.toString());
  }

  @Test
  void whatDoesNotFitIsLeftOutFromTheEnd() {
    LongStream.range(0, 1_000).forEach(i -> runs.add(i * 1_000));

    OffsetRuns read = OffsetRuns.read(runs.write(0, 300), 0);

    assertThat(read.size()).isBetween(90, 110);
    assertThat(read.contains(0)).isTrue();
    assertThat(read.contains(1_000)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "gA", "gICAgICAgICAAQ", "____________f38B"})
  void whatSomebodyElseWroteIsNoSet(String text) {
    assertThat(OffsetRuns.read(text)).isEmpty();
  }
}
