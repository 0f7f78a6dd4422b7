// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactLinesTests {

  private static final String DERIVATION = "a9*5=45b-1+2=1c1+45=46#46";

  @Test
  void aLetterOpensALineAndTheNumberSignTheAnswer() {
    assertThat(CompactLines.of(DERIVATION).lines())
        .containsExactly("9*5=45", "-1+2=1", "1+45=46", "#46");
  }

  @Test
  void linesAreWrittenAsTheyWereRead() {
    CompactLines lines = CompactLines.of(DERIVATION);

    assertThat(lines.before(0)).isEmpty();
    assertThat(lines.before(2)).isEqualTo("a9*5=45b-1+2=1");
    assertThat(lines.before(99)).isEqualTo(DERIVATION);
  }

  @Test
  void linesAreLetteredByTheirPlaceWhateverTheirLettersWere() {
    assertThat(CompactLines.of("c1+1=2a2+2=4#4").before(3)).isEqualTo("a1+1=2b2+2=4#4");
  }

  @Test
  void beyondTheLettersTheLastOneOpensEveryLine() {
    CompactLines lines = CompactLines.of("a1".repeat(18));

    assertThat(lines.before(18)).isEqualTo("a1b1c1d1e1f1g1h1i1j1k1l1m1n1o1p1p1p1");
    assertThat(lines.ends()).hasSize(18).endsWith(lines.before(18).length() + 1);
  }

  @Test
  void whatStandsBeforeTheFirstLineIsNoLine() {
    assertThat(CompactLines.of("12?" + DERIVATION).lines()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "24", "y", "yes", "1+1=2", "!?>", "\u0000"})
  void whatHasNoLettersHasNoLines(String text) {
    assertThat(CompactLines.of(text).lines().stream().filter(line -> line.contains("="))).isEmpty();
  }
}
