// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyReadTests {

  private final RecentlyRead<Integer, String> recent = new RecentlyRead<>(String::length, 10);

  @Test
  void whatWasAskedForLeastLatelyGoesFirst() {
    recent.keep(1, "12345");
    recent.keep(2, "12345");
    assertThat(recent.find(1)).contains("12345");

    recent.keep(3, "1");

    assertThat(recent.find(2)).isEmpty();
    assertThat(recent.find(1)).isPresent();
    assertThat(recent.find(3)).isPresent();
  }

  @Test
  void whatIsKeptAgainCountsOnce() {
    recent.keep(1, "12345");
    recent.keep(1, "12345");
    recent.keep(2, "12345");

    assertThat(recent.find(1)).isPresent();
  }

  @Test
  void whatIsLargerThanAllIsNotHeld() {
    recent.keep(1, "12345678901");

    assertThat(recent.find(1)).isEmpty();
  }
}
