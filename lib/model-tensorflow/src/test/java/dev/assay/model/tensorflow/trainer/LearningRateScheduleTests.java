// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTests {

  private final LearningRateSchedule schedule = new LearningRateSchedule(1, 0.1, 10, 110);

  @Test
  void warmsUpInAStraightLine() {
    assertThat(schedule.at(1)).isCloseTo(0.1, within(1e-12));
    assertThat(schedule.at(5)).isCloseTo(0.5, within(1e-12));
    assertThat(schedule.at(10)).isCloseTo(1, within(1e-12));
  }

  @Test
  void fallsAlongACosineToItsFloor() {
    assertThat(schedule.at(60)).isCloseTo(0.55, within(1e-12));
    assertThat(schedule.at(110)).isCloseTo(0.1, within(1e-12));
    assertThat(schedule.at(500)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void aWarmUpLongerThanTheRunIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LearningRateSchedule(1, 0, 10, 10))
        .withMessage("warm-up of 10 in 10 steps (expected: fewer than all)");
  }

  @Test
  void aFloorAboveThePeakIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LearningRateSchedule(1, 2, 0, 10))
        .withMessageContaining("a floor from 0 to it");
  }
}
