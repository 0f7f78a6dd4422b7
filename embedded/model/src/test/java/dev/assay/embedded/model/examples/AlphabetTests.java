// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.tensorflow.trainer.TokenExample;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlphabetTests {

  private static final String ALL =
      Alphabet.tokens().stream().filter(Objects::nonNull).collect(Collectors.joining());

  @Test
  void everyCharacterIsATokenOfItsOwn() {
    assertThat(Alphabet.tokens()).hasSize(Alphabet.SIZE);
    assertThat(Alphabet.encode(ALL)).isEqualTo(IntStream.range(0, ALL.length()).toArray());
    assertThat(Alphabet.decode(Alphabet.encode(ALL))).isEqualTo(ALL);
    assertThat(Alphabet.encode("")).isEmpty();
  }

  @Test
  void whateverAModelDrawsCanBeLearntFrom() {
    int[] drawn = IntStream.range(0, Alphabet.SIZE).toArray();

    String text = Alphabet.decode(drawn);

    assertThat(text).isEqualTo(ALL + "_".repeat(Alphabet.SIZE - ALL.length()));
    assertThat(Alphabet.encode(text)).startsWith(Alphabet.encode(ALL)).endsWith(0);
  }

  @Test
  void theEndIsAToken() {
    assertThat(Alphabet.decode(new int[] {Alphabet.end()})).isEqualTo(".");
  }

  @Test
  void anotherCharacterIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> Alphabet.encode("1/2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("character '/' of 1/2 (expected: one of " + ALL + ")");
  }

  @Test
  void anExampleKeepsItsPromptApart() {
    TokenExample tokens = Alphabet.encode(new TextExample("S1>", "#1.", -0.25));

    assertThat(tokens.tokens()).isEqualTo(Alphabet.encode("S1>#1."));
    assertThat(tokens.promptLength()).isEqualTo(3);
    assertThat(tokens.weight()).isEqualTo(-0.25f);
  }
}
