// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTests {

  @ParameterizedTest
  @CsvSource({
    "40, true, 120, 40",
    "40, false, 0, 40",
    ", true, 120, 120",
    ", true, 0, 80",
    "wide, true, 120, 120",
    "0, true, 120, 120",
    "3, true, 120, 20",
    ", false, 0, 2147483647"
  })
  void theUserKnowsBestAndThenTheTerminal(
      @Nullable String columns, boolean terminal, int asked, int width) {
    assertThat(Terminal.width(columns, terminal, () -> asked)).isEqualTo(width);
  }

  @Test
  void argumentsThatJavaLostAreReadFromTheCommandLine() {
    byte[] line = "java\0-cp\0x\0Main\0ask\0\0√16 × 4\0".getBytes(StandardCharsets.UTF_8);

    assertThat(Streams.last(line, new String[] {"ask", "", "\ufffd16 \ufffd 4"}))
        .containsExactly("ask", "", "√16 × 4");
  }
}
