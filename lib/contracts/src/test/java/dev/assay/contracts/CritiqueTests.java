// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Critique.Flawed;
import org.junit.jupiter.api.Test;

class CritiqueTests {

  private static final String LONG = "x".repeat(2 * Bounds.REASON);

  @Test
  void ofAStepThatIsTooLongNothingIsKept() {
    assertThat(new Flawed(2, "why", LONG).suggestion()).isNull();
    assertThat(new Flawed(2, "why", "1 + 1 = 2").suggestion()).isEqualTo("1 + 1 = 2");
  }

  @Test
  void ofLongAdviceTheBeginningIsKept() {
    Flawed flawed = Flawed.somewhere("why", LONG);

    assertThat(flawed.suggestion()).startsWith("xxx").endsWith("characters more)");
    assertThat(Bounds.fits(String.valueOf(flawed.suggestion()), Bounds.REASON)).isTrue();
  }
}
