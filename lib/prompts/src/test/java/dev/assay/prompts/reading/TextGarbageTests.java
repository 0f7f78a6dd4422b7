// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Thinking;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever a model writes, it is read to the end, in time, without an exception. */
@Timeout(300)
class TextGarbageTests {

  static final List<String> PIECES =
      List.of(
          " ",
          "\n",
          "\n\n",
          "\r\n",
          "a",
          "7",
          "-",
          "1,000",
          "1. x\n",
          "Step 1\n",
          "---\n",
          "#",
          "####",
          "#### 7\n",
          "*",
          "`",
          "```\n",
          "~~~\n",
          "$",
          "$$",
          "$$\n",
          "\\",
          "\\[\n",
          "\\]",
          "\\[",
          "\\(",
          "\\begin{a}\n",
          "\\end{a}\n",
          "\\begin{",
          "\\end{",
          "{",
          "}",
          "(",
          "(A)",
          "\\boxed{",
          "\\boxed{1}",
          "\\\\boxed{\\\\x}",
          "\"",
          "\"answer\"",
          "\"answer\":",
          "\"answer\": \"",
          "\"answer\": [",
          "{\"answer\": \"7\"}\n",
          "\\\"answer\\\": \\\"",
          "the answer is ",
          "answer of ",
          "Answer: ",
          "answer is so ",
          "answer: yes. ",
          "<think>",
          "</think>",
          "İ",
          "\uD83D",
          "\u0000",
          ".",
          ", so");

  @ParameterizedTest
  @FieldSource("PIECES")
  void aMillionCharactersAreReadInTime(String piece) {
    read(piece.repeat(1_000_000 / piece.length()));

    String text = piece.repeat(100_000 / piece.length());
    read("$$" + text + "x");
    read("\\begin{a}" + text + " answer: ");
  }

  @Test
  void anyMixtureIsRead() {
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      String text =
          IntStream.range(0, random.nextInt(30))
              .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
              .collect(Collectors.joining());

      read(text);
    }
  }

  private static void read(String reply) {
    String said = Thinking.of(reply).said();
    assertThat(Steps.of(said)).noneMatch(String::isBlank);
    assertThat(Paragraphs.of(said)).noneMatch(String::isBlank);
    FinalAnswers.of(said)
        .ifPresent(
            answer -> {
              assertThat(answer.text()).isNotBlank();
              assertThat(answer.start()).isBetween(0, answer.end());
              assertThat(answer.end()).isLessThanOrEqualTo(said.length());
            });
  }
}
