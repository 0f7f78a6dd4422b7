// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "\"\\",
        "é",
        "漢字",
        "😀",
        "\u007f\u0080\u2028",
        "a/b<>&'",
        "\ud83d",
        "\ude00\ud83d😀\ud83d"
      })
  void theWireLengthIsWhatJsonTakes(String text) {
    byte[] json = Json.mapper().writeValueAsBytes(text);

    assertThat(Bounds.wireLength(text)).isEqualTo(json.length - 2L);
  }

  @Test
  void controlCharactersCountAsTheirLongestForm() {
    assertThat(Bounds.wireLength("\u0001")).isEqualTo(6);
    assertThat(Bounds.wireLength("\n")).isEqualTo(6);
  }

  @Test
  void whatFitsStaysAsItIs() {
    String text = "x".repeat(64);

    assertThat(Bounds.shortened(text, 64)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\u0000", "漢", "😀", "a😀", "\""})
  void whatIsTooLongFitsAfterwardsAndSaysHowMuchIsMissing(String piece) {
    String text = piece.repeat(5_000);

    String shortened = Bounds.shortened(text, 1_000);

    assertThat(Bounds.fits(shortened, 1_000)).isTrue();
    int kept = shortened.indexOf(" … (");
    assertThat(text).startsWith(shortened.substring(0, kept));
    assertThat(shortened).endsWith(" … (" + (text.length() - kept) + " characters more)");
  }

  @Test
  void aCharacterIsNeverCutInHalf() {
    for (int most = 64; most < 72; most++) {
      String shortened = Bounds.shortened("😀".repeat(100), most);

      assertThat(Character.isHighSurrogate(shortened.charAt(shortened.indexOf(" … (") - 1)))
          .isFalse();
    }
  }
}
