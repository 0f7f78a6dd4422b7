// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.VerdictEvent.Returned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds before this one say nothing of it, and later ones may say what this one does not know. */
class FinishReasonTests {

  @ParameterizedTest
  @CsvSource({"'\"stop\"', STOP", "'\"length\"', LENGTH", "'\"tool_calls\"',", "null,"})
  void aVerdictIsReadWhateverItSays(String word, FinishReason expected) {
    assertThat(returned(",\"finish_reason\":" + word).finishReason()).isEqualTo(expected);
  }

  @Test
  void whatNobodySaidIsNotWritten() {
    Returned silent = returned("");

    assertThat(silent.finishReason()).isNull();
    assertThat(new String(EventCodec.encode(silent), UTF_8)).doesNotContain("finish_reason");
    assertThat(silent.charged(Usage.NONE)).isEqualTo(silent);
  }

  @Test
  void aFurtherBillLeavesItAsItIs() {
    Returned cut = returned(",\"finish_reason\":\"length\"");

    assertThat(cut.charged(new Usage(1, 1, 1, 1)).finishReason()).isEqualTo(FinishReason.LENGTH);
  }

  private static Returned returned(String more) {
    String body =
        "{\"type\":\"verdict.returned.v1\",\"verification\":"
            + "\"0197f0a1-0000-7000-8000-000000000001/0/0/0\",\"model\":\"m\","
            + "\"verdict\":{\"judgement\":\"correct\",\"score\":1},\"usage\":{\"calls\":1,"
            + "\"prompt_tokens\":1,\"completion_tokens\":1,\"millis\":1}"
            + more
            + "}";
    Decoded<VerdictEvent> decoded = EventCodec.decode(Topic.VERDICTS, body.getBytes(UTF_8));
    return (Returned) ((Decoded.Known<VerdictEvent>) decoded).event();
  }
}
