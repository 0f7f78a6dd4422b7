// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Reply.Finish;
import dev.assay.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\udc00", "\u0000", "\u0001", "\u001b", "\u007f", "\u0085"})
  void whatNoStoreTakesIsReplaced(String wrong) {
    assertThat(PlainText.of("4" + wrong + "2")).isEqualTo("4\ufffd2");
    assertThat(PlainText.of(wrong)).isEqualTo("\ufffd");
    assertThat(PlainText.of("42" + wrong)).isEqualTo("42\ufffd");
  }

  @Test
  void halvesInTheWrongOrderAreBothReplaced() {
    assertThat(PlainText.of("\ude00\ud83d")).isEqualTo("\ufffd\ufffd");
    assertThat(PlainText.of("\ud83d\ud83d\ude00")).isEqualTo("\ufffd\ud83d\ude00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\tb\nc\r\nd", "π 😀 ٤٢", "\u2028", "\ufffd"})
  void anyOtherTextStaysAsItIs(String text) {
    assertThat(PlainText.of(text)).isSameAs(text);
  }

  @Test
  void aLineHasNoBreaks() {
    assertThat(PlainText.line("a\r\nINFO b\tc\u2028d\u2029e\u001b[2J"))
        .isEqualTo("a  INFO b c d e\ufffd[2J");
  }

  @Test
  void aLongLineIsCutAndNeverWithinACharacter() {
    assertThat(PlainText.line("12345", 5)).isEqualTo("12345");
    assertThat(PlainText.line("123456", 5)).isEqualTo("12345…");
    assertThat(PlainText.line("1234😀", 5)).isEqualTo("1234\ufffd…");
  }

  @Test
  void whateverComesInCanBeWrittenAsUtf8AndKeepsItsLength() {
    SplittableRandom random = new SplittableRandom(7);
    char[] some = {'a', '\n', '\u0000', '\ud83d', '\ude00', '\u009f', 'é', '\uffff'};
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(some[random.nextInt(some.length)]);
      }
      String clean = PlainText.of(text.toString());

      assertThat(clean).hasSameSizeAs(text);
      assertThat(new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .isEqualTo(clean)
          .doesNotContain("\u0000", "\u009f");
    }
  }

  @Test
  void aReplyIsPlainTextWhoeverMadeIt() {
    assertThat(new Reply("4\ud83d2\u0000", Finish.STOP, 1, 1).text()).isEqualTo("4\ufffd2\ufffd");
  }

  @Test
  void aFailureIsOneLineOfBoundedLength() {
    String forged = "busy\r\n2026-11-28 INFO all is well\u001b[2K";

    assertThat(new TransientModelException(forged))
        .hasMessage("busy  2026-11-28 INFO all is well\ufffd[2K");
    assertThat(new PermanentModelException("x".repeat(100_000)).getMessage())
        .hasSizeLessThan(1_024)
        .endsWith("…");
  }

  @Test
  void aFailureThatSaysNothingOfItsCostCostNothing() {
    assertThat(new TransientModelException("busy").spent()).isEqualTo(Spent.NOTHING);
    assertThat(new PermanentModelException("no").spent()).isEqualTo(Spent.NOTHING);
  }
}
