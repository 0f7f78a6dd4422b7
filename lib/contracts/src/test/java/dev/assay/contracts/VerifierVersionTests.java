// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerifierVersionTests {

  @Test
  void aForcedVerdictIsOfAVersionOfItsOwn() {
    assertThat(new VerifierVersion("m/general/t=0.7", false)).hasToString("m/general/t=0.7");
    assertThat(new VerifierVersion("m/general/t=0.7", true)).hasToString("m/general/t=0.7+forced");
  }

  @Test
  void itIsReadAsItWasWritten() {
    for (boolean forced : new boolean[] {false, true}) {
      VerifierVersion version = new VerifierVersion("m/general.2+0123abcd/t=0.7", forced);
      assertThat(VerifierVersion.parse(version.toString())).isEqualTo(version);
    }
  }

  @Test
  void aLongNameDoesNotLoseItsEnd() {
    VerifierVersion version = new VerifierVersion("m".repeat(2 * Bounds.NAME), true);

    assertThat(Bounds.fits(version.toString(), Bounds.NAME)).isTrue();
    assertThat(VerifierVersion.parse(version.toString()).forced()).isTrue();
  }
}
