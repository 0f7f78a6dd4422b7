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

  @Test
  void halfACharacterIsReplacedAndAWholeOneKept() {
    assertThat(Jsonb.write("a\ud83db\udc00")).isEqualTo("\"a\ufffdb\ufffd\"");
    assertThat(Jsonb.write("\ud83d\ude00\ud83d")).isEqualTo("\"\ud83d\ude00\ufffd\"");
  }
}
