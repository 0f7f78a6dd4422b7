// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class StorePropertiesTests {

  @Test
  void whatTheTopicsStillKeepIsNotForgotten() {
    assertThatThrownBy(() -> new StoreProperties("", DataSize.ofMegabytes(1), Duration.ofDays(6)))
        .hasMessage("assay.store.retention: PT144H (expected: at least 7d)");
  }

  @Test
  void lessThanNothingCannotBeFree() {
    assertThatThrownBy(() -> new StoreProperties("", DataSize.ofBytes(-1), Duration.ofDays(30)))
        .hasMessageStartingWith("assay.store.least-free: -1B");
  }
}
