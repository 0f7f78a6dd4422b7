// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How tokens become text, across characters and stop strings that are split over them. */
class TranscriptTests {

  @Test
  void aCharacterSplitOverTokensAppearsWhenItIsWhole() {
    Transcript transcript = new Transcript(List.of());
    byte[] euro = "€".getBytes(StandardCharsets.UTF_8);

    assertThat(transcript.append(new byte[] {'a', euro[0]})).isEqualTo("a");
    assertThat(transcript.append(new byte[] {euro[1]})).isEmpty();
    assertThat(transcript.append(new byte[] {euro[2], 'b'})).isEqualTo("€b");
    assertThat(transcript.text()).isEqualTo("a€b");
  }

  @Test
  void aCharacterThatNeverBecomesWholeIsReplaced() {
    Transcript transcript = new Transcript(List.of());
    transcript.append(new byte[] {'a', (byte) 0xE2});
    transcript.end();
    assertThat(transcript.text()).isEqualTo("a\uFFFD");
  }

  @Test
  void aStopStringSplitOverTokensEndsTheTextBeforeIt() {
    Transcript transcript = new Transcript(List.of("END"));
    append(transcript, "abE");
    append(transcript, "N");
    assertThat(transcript.stopped()).isFalse();
    append(transcript, "Dx");
    assertThat(transcript.stopped()).isTrue();
    assertThat(transcript.text()).isEqualTo("ab");
  }

  @Test
  void textThatOnlyBeganLikeAStopStringStays() {
    Transcript transcript = new Transcript(List.of("END"));
    append(transcript, "abEN");
    append(transcript, "T");
    append(transcript, "E");
    transcript.end();
    assertThat(transcript.text()).isEqualTo("abENTE");
  }

  @Test
  void theEarliestStopStringWins() {
    Transcript transcript = new Transcript(List.of("d", "bc"));
    append(transcript, "abcd");
    assertThat(transcript.text()).isEqualTo("a");
  }

  private static void append(Transcript transcript, String token) {
    transcript.append(token.getBytes(StandardCharsets.UTF_8));
  }
}
