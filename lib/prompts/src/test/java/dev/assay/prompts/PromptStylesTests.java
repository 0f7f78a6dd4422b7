// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.prompts.general.GeneralStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptStylesTests {

  @Test
  void aStyleIsFoundByTheNameThatItHas() {
    assertThat(PromptStyles.named("general")).isInstanceOf(GeneralStyle.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " compact", "Compact", "deepcritic"})
  void anotherNameIsAnsweredWithTheNamesThereAre(String name) {
    assertThatThrownBy(() -> PromptStyles.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("style: " + name + " (expected: ")
        .hasMessageContaining("general");
  }
}
