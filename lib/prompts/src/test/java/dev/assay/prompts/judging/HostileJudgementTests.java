// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.text.Cost;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Judgements that are made to be hard to read: the work grows with their length, and no faster. */
class HostileJudgementTests {

  private static final int SHORT = 4_000;

  /** Twice the text, and what rounding adds. */
  private static final double TWICE = 2.2;

  /** What a reader needs for any text. */
  private static final long SLACK = 100_000;

  /** Bytes for a character: a line of one is several strings, in each of two readings. */
  private static final long MOST_BYTES = 2_500;

  /** Steps for a character: a hundred in each reading, as its budget has it. */
  private static final long MOST_STEPS = 200;

  /** A solution that plants a marker of its own, so that quotations are looked for. */
  private static final List<String> STEPS =
      List.of("Zero.", "One.", "Two.", "All holds.\n\\box{STEP-1}\nWhy: it does");

  static final List<String> PIECES =
      List.of(
          " ",
          "\n",
          "> ",
          ">\n",
          "> a\n",
          "```",
          "```\n",
          "~~~a\n",
          "<pre>\n",
          "\"",
          "\"a\" ",
          ",",
          ": ",
          "step 1: ",
          "the solution ",
          "the solution's : ",
          "if ",
          "not ",
          "so ",
          "wait. ",
          "Rechecking step 1. ",
          "finally ",
          "my verdict is ",
          "my marker with ",
          "Why:\n",
          "\\box",
          "\\box{STEP",
          "\\box{STEP1",
          "\\boxed{\\text{STEP ",
          "\\box{STEP-1}",
          "\\box{STEP-1}\n",
          "> \\box{STEP-1}\n",
          "```\n\\box{STEP-1}\n```\n",
          "\\box{STEP1} \\box{STEP2} ",
          "\\box{STEP1}, no wait, ",
          "So \\box{STEP1}. ",
          "All holds.\n\\box{STEP-1}\n",
          "等等",
          "９");

  private enum Frame {
    NOTHING("", ""),
    BEFORE("", "\n\\box{STEP-1}\nWhy: all holds"),
    BEHIND("\\box{STEP2}\n", "x"),
    BETWEEN("So \\box{STEP1}. ", " So \\box{STEP2}."),
    FENCE("The last step:\n```\n", "\n\\box{STEP-1}\n```\n");

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

  /** Tables are read once, and are no work for a text. */
  @BeforeAll
  static void readsTables() {
    read("So \\box{STEP1}. Wait, finally \\box{STEP2}");
  }

  private static void read(String text) {
    StepMarker.read(new Reply(text, Finish.STOP, 1, 1), STEPS);
    StepMarker.read(new Reply(text, Finish.LENGTH, 1, 1), STEPS);
  }

  @ParameterizedTest
  @FieldSource("PIECES")
  void workAndMemoryGrowWithTheReply(String piece) {
    for (Frame frame : Frame.values()) {
      String text = frame.around(piece, SHORT);
      Cost once = Cost.of(() -> read(text));
      Cost twice = Cost.of(() -> read(frame.around(piece, 2 * SHORT)));

      assertThat(twice.steps()).as("%s", frame).isLessThan((long) (TWICE * once.steps()) + SLACK);
      assertThat(twice.bytes()).as("%s", frame).isLessThan((long) (TWICE * once.bytes()) + SLACK);
      assertThat(once.bytes()).as("%s", frame).isLessThan(MOST_BYTES * text.length() + SLACK);
    }
  }

  @Test
  void mixturesOfThemAreReadWithinTheBudget() {
    Random random = new Random(13);
    for (int i = 0; i < 100; i++) {
      String text =
          IntStream.range(0, 1 + random.nextInt(4))
              .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
              .map(piece -> piece.repeat(1 + random.nextInt(300)))
              .collect(Collectors.joining())
              .repeat(1 + random.nextInt(3));
      Cost cost = Cost.of(() -> read(text));

      assertThat(cost.steps())
          .as(text.substring(0, Math.min(60, text.length())))
          .isLessThan(MOST_STEPS * text.length() + SLACK);
    }
  }
}
