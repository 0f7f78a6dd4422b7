// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.ideal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListScheduleTests {

  private static final CallPace FREE = CallPace.even(10, 0, 0);

  @Test
  void oneProblemTakesThreeCallsInARow() {
    assertThat(ListSchedule.of(problems(1, "1x1"), 1, FREE)).containsExactly(new WorkedSpan(0, 30));
    assertThat(ListSchedule.of(problems(1, "16x16"), 1, FREE))
        .containsExactly(new WorkedSpan(0, 30));
  }

  @Test
  void theNextIsAskedWhenOneIsDone() {
    assertThat(ListSchedule.of(problems(3, "1x1"), 1, FREE))
        .containsExactly(new WorkedSpan(0, 30), new WorkedSpan(30, 60), new WorkedSpan(60, 90));
    assertThat(ListSchedule.of(problems(3, "1x1"), 2, FREE))
        .containsExactly(new WorkedSpan(0, 30), new WorkedSpan(0, 30), new WorkedSpan(30, 60));
  }

  @Test
  void oneSlotMakesAllCallsInARow() {
    // d0 d1, c0 c1, v00 v01 v10 v11: eight calls.
    assertThat(ListSchedule.of(problems(1, "2x2"), 1, CallPace.even(10, 1, 0)))
        .containsExactly(new WorkedSpan(0, 80));
  }

  @Test
  void whatBecamePossibleFirstGoesFirst() {
    // d d | c c | v of both: the first problem's calls stand before the second's at every stage.
    List<WorkedSpan> spans = ListSchedule.of(problems(2, "1x1"), 2, CallPace.even(10, 1, 0));

    assertThat(spans).containsExactly(new WorkedSpan(0, 50), new WorkedSpan(0, 60));
  }

  @Test
  void slotsAreNeverIdleWhileSomethingWaits() {
    List<WorkedSpan> spans = ListSchedule.of(problems(50, "4x4"), 50, CallPace.even(10, 16, 0));

    double calls = 50 * 4 * 6;
    assertThat(ListSchedule.makespan(spans)).isBetween(calls * 10 / 16, calls * 10 / 16 + 30);
  }

  @Test
  void aProblemWaitsForItsTime() {
    List<AskedProblem> late = List.of(asked(0, "1x1", 0), asked(1, "1x1", 100));

    assertThat(ListSchedule.of(late, 2, FREE))
        .containsExactly(new WorkedSpan(0, 30), new WorkedSpan(100, 130));
    assertThat(ListSchedule.makespan(ListSchedule.of(late, 2, FREE))).isEqualTo(130);
  }

  @Test
  void aHungCallDelaysNobodyElseWhereThereIsRoom() {
    List<WorkedSpan> spans = ListSchedule.of(problems(5, "1x1"), 5, FREE.withHung(2, 1000));

    assertThat(spans.get(2)).isEqualTo(new WorkedSpan(0, 1020));
    assertThat(spans).filteredOn(each -> each.to() == 30).hasSize(4);
  }

  @Test
  void aShareOfTheCallsIsSlowAndAlwaysTheSameOnes() {
    CallPace mixed = CallPace.even(1, 0, 0).withSlow(100, 0.05, 7);
    List<PacedCall> calls =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new PacedCall(i / 100, i % 10, CallStage.VERDICT, i / 10 % 10))
            .toList();

    long slow = calls.stream().filter(call -> mixed.millis(call) == 100).count();
    assertThat(slow / 10_000.0).isCloseTo(0.05, within(0.01));
    assertThat(calls.stream().map(mixed::millis).toList())
        .isEqualTo(calls.stream().map(mixed::millis).toList());
  }

  @Test
  void shapesAreReadAsTheyAreWritten() {
    assertThat(GridShape.parse("4x16")).isEqualTo(new GridShape(4, 16)).hasToString("4x16");
    assertThat(new GridShape(4, 16).calls()).isEqualTo(72);
    assertThatThrownBy(() -> GridShape.parse("4")).hasMessageContaining("such as 4x4");
    assertThatThrownBy(() -> GridShape.parse("0x4")).hasMessageContaining("1x1 to 64x64");
  }

  private static List<AskedProblem> problems(int count, String shape) {
    return IntStream.range(0, count).mapToObj(number -> asked(number, shape, 0)).toList();
  }

  private static AskedProblem asked(int number, String shape, long afterMillis) {
    return new AskedProblem(number, GridShape.parse(shape), afterMillis);
  }
}
