// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.model.Message.Speaker;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptTests {

  @Test
  void aQuestionIsOneMessageOfTheUsers() {
    assertThat(Prompt.of("6*7=").messages()).containsExactly(new Message(Speaker.USER, "6*7="));
    assertThat(Prompt.of("6*7=").text()).isEqualTo("6*7=");
  }

  @Test
  void withoutTurnsTheMessagesStandOneBehindTheOther() {
    Prompt prompt =
        new Prompt(
            List.of(new Message(Speaker.SYSTEM, "S"), new Message(Speaker.USER, "6*7>")),
            List.of(),
            null,
            List.of());

    assertThat(prompt.text()).isEqualTo("S6*7>");
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    List<Message> some = Prompt.of("a").messages();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Prompt(List.of(), List.of(), null, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Prompt(some, List.of(""), null, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Prompt(some, List.of(), "", List.of()));
  }
}
