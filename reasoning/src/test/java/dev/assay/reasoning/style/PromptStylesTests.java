// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptStylesTests {

  @ParameterizedTest
  @ValueSource(strings = {"compact", "general"})
  void aStyleIsFoundByTheNameThatItHas(String name) {
    assertThat(PromptStyles.named(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " compact", "Compact", "deepcritic"})
  void anotherNameIsAnsweredWithTheNamesThereAre(String name) {
    assertThatThrownBy(() -> PromptStyles.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("style: " + name + " (expected: ")
        .hasMessageContaining("compact")
        .hasMessageContaining("general");
  }

  @Test
  void stylesAreWithoutState() {
    assertThat(PromptStyles.named("compact")).isSameAs(PromptStyles.named("compact"));
  }
}
