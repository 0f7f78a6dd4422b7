// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.answers.AnswerOptions;
import dev.assay.model.Thinking;
import dev.assay.text.Cost;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are made to be hard to read: the work grows with their length, and no faster. */
class HostileTextTests {

  private static final int SHORT = 4_000;

  /** Twice the text, and what rounding adds. */
  private static final double TWICE = 2.2;

  /** For a text whose work is next to nothing, and for what a reader needs for any text. */
  private static final long SLACK = 20_000;

  /** Steps for a character: the reader of answers looks for six things, one after another. */
  private static final long MOST_STEPS = 50;

  /** Bytes for a character: a line of one is a string, with its place in some lists. */
  private static final long MOST_BYTES = 300;

  private static final List<Consumer<String>> READERS =
      List.of(
          Thinking::of,
          Steps::of,
          Paragraphs::of,
          FinalAnswers::of,
          said -> FinalAnswers.stated(said, AnswerOptions.NONE, false),
          said -> FinalAnswers.stated(said, AnswerOptions.NONE, true));

  static Stream<String> pieces() {
    return Stream.concat(
        TextGarbageTests.PIECES.stream(),
        Stream.of(
            "answers to ",
            "answers to answers of: ",
            "the answer to the is ",
            "answer for a. ",
            "answer\"'`*_ ",
            "\\boxed ",
            "\\boxed{ {",
            "\\boxed{}}",
            "\\end{a",
            "\"answer\": {",
            "**a**\n\n",
            "**a**\n1. x\n",
            "# a\n\n",
            "<think></think>",
            "s\n",
            "답",
            "答案是 ",
            "ответ ",
            "result of ",
            "the first answer is ",
            "if the answer is 5. ",
            "The answer is 4. ",
            "\\boxed{1} and ",
            "\\boxed 7 ",
            "<answer>",
            "**Answer**\n",
            "[THINK]",
            "<|",
            "<|end|>",
            "1\n2. \n"));
  }

  /** Tables are read once, and are no work for a text. */
  @BeforeAll
  static void readsTables() {
    READERS.forEach(reader -> reader.accept("<think>a</think>The answer is 4 km. Answer: 5 km."));
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void workAndMemoryGrowWithTheText(String piece) {
    for (Consumer<String> reader : READERS) {
      for (Frame frame : Frame.values()) {
        String text = frame.around(piece, SHORT);
        Cost once = Cost.of(() -> reader.accept(text));
        Cost twice = Cost.of(() -> reader.accept(frame.around(piece, 2 * SHORT)));

        assertThat(twice.steps()).isLessThan((long) (TWICE * once.steps()) + SLACK);
        assertThat(once.steps()).isLessThan(MOST_STEPS * text.length() + SLACK);
        assertThat(once.bytes()).isLessThan(MOST_BYTES * text.length() + SLACK);
      }
    }
  }

  @Test
  void mixturesOfThemAreReadInProportion() {
    Random random = new Random(11);
    List<String> pieces = pieces().toList();
    for (int i = 0; i < 100; i++) {
      List<String> some =
          IntStream.range(0, 1 + random.nextInt(4))
              .mapToObj(_ -> pieces.get(random.nextInt(pieces.size())))
              .toList();
      String text =
          some.stream()
              .map(piece -> piece.repeat(1 + random.nextInt(300)))
              .collect(Collectors.joining())
              .repeat(1 + random.nextInt(3));
      for (Consumer<String> reader : READERS) {
        Cost cost = Cost.of(() -> reader.accept(text));

        assertThat(cost.steps()).as("%s", some).isLessThan(MOST_STEPS * text.length() + SLACK);
        assertThat(cost.bytes()).as("%s", some).isLessThan(MOST_BYTES * text.length() + SLACK);
      }
    }
  }

  @Test
  void aFenceBelowManyBlankLinesIsStillAFence() {
    String text = "Look:\n\n```\nx" + "\n".repeat(60_000) + "```\n\nDone.";

    assertThat(Steps.of(text)).hasSize(2).last().isEqualTo("Done.");
  }

  @Test
  void theLastOfManyAnswersIsFoundBehindAMillionCharacters() {
    assertThat(FinalAnswers.of("answers to ".repeat(90_000) + "all is: 42.").orElseThrow().text())
        .isEqualTo("42");
  }

  @Test
  void aBoxInAHundredThousandBoxesIsFound() {
    assertThat(FinalAnswers.of("\\boxed{".repeat(100_000) + "7" + "}".repeat(100_000)))
        .map(FinalAnswer::text)
        .contains("7");
    assertThat(FinalAnswers.stated("\\boxed{".repeat(100_000) + "7", AnswerOptions.NONE, false))
        .isEmpty();
  }

  /** What stands around the piece, and may make something of it that it is not alone. */
  private enum Frame {
    NOTHING("", ""),
    DISPLAY("$$", "x"),
    FENCE("text\n\n```\n", "\n```\n\ntext"),
    OPEN_FENCE("text\n\n```\nx", "\n``` x"),
    BOX("\\boxed{", "}"),
    ANSWER("The answer is ", " answer:"),
    THOUGHT("<think>", "</think>42");

    private final String before;
    private final String after;

    Frame(String before, String after) {
      this.before = before;
      this.after = after;
    }

    String around(String piece, int length) {
      return before + piece.repeat(length / piece.length()) + after;
    }
  }
}
