// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonbTests {

  @Test
  void theOneCharacterThatCannotBeKeptIsReplaced() {
    assertThat(Jsonb.write("a\u0000b")).isEqualTo("\"a\\ufffdb\"");
    assertThat(Jsonb.write("\\\u0000\u0000")).isEqualTo("\"\\\\\\ufffd\\ufffd\"");
  }

  @Test
  void textThatReadsLikeItIsKept() {
    assertThat(Jsonb.write("\\u0000")).isEqualTo("\"\\\\u0000\"");
  }
}
