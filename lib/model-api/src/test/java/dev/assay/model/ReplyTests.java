// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Reply.Finish;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTests {

  @Test
  void whatWasThoughtIsSetApartWhicheverWayItCame() {
    Reply reply = reply("<think>or 3</think>\n\n4", "perhaps 2");

    assertThat(reply.text()).isEqualTo("4");
    assertThat(reply.thinking()).isEqualTo("perhaps 2\nor 3");
  }

  @Test
  void aTextWithoutThoughtsStaysAsItCame() {
    assertThat(reply(" 4\n", "").text()).isEqualTo(" 4\n");
    assertThat(reply(" 4\n", "").thinking()).isEmpty();
  }

  @Test
  void thoughtsArePlainTextToo() {
    assertThat(reply("4", "\u0000").thinking()).isEqualTo("\ufffd");
    assertThat(reply("<think>\ud83d</think>4", "").thinking()).isEqualTo("\ufffd");
  }

  private static Reply reply(String text, String thinking) {
    return new Reply(text, thinking, Finish.STOP, 1, 1, List.of());
  }
}
