// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.contracts.FinishReason;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Usage;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTests {

  private static final Usage PAID = new Usage(2, 30, 40, 50);

  @Test
  void whyTheLastReplyEndedIsPartOfWhatCameOfAsking() {
    assertThat(finding("7", Finish.STOP).finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(finding("7", Finish.LENGTH).finishReason()).isEqualTo(FinishReason.LENGTH);
    assertThat(Finding.nobody(new Read<>(7, "arithmetic"), "arithmetic").finishReason()).isNull();
  }

  @Test
  void aModelThatSaidNothingHasGivenNoReplyAndIsPaid() {
    assertThatExceptionOfType(NoReplyException.class)
        .isThrownBy(() -> finding(" ", Finish.LENGTH).said())
        .withMessage(
            "the model said nothing in 20 tokens (finish_reason: length; raise"
                + " assay.role.max-tokens, thinking counts)")
        .returns(false, NoReplyException::mayPass)
        .returns(PAID, NoReplyException::spent);
    assertThatExceptionOfType(NoReplyException.class)
        .isThrownBy(() -> finding("", Finish.STOP).said())
        .withMessage("the model said nothing in 20 tokens (finish_reason: stop)");
  }

  @Test
  void whatSaysSomethingOrIsKnownAnywayIsKept() {
    Finding<Integer> said = finding("hm", Finish.LENGTH);
    Finding<Integer> known = Finding.nobody(new Read<>(7, "arithmetic"), "arithmetic");

    assertThat(said.said()).isSameAs(said);
    assertThat(known.said()).isSameAs(known);
  }

  private static Finding<Integer> finding(String text, Finish finish) {
    Reply reply = new Reply(text, "Let me think.", finish, 10, 20, List.of());
    return Finding.of(
        new Unreadable<>("no number", "a number", reply),
        "model",
        reply,
        PAID,
        false,
        ReplyOrigin.UNKNOWN);
  }
}
