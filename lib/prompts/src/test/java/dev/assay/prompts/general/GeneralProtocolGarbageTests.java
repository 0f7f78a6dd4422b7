// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import static dev.assay.prompts.SolutionFixture.solution;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.prompts.Draft;
import dev.assay.prompts.ProtocolFixture;
import dev.assay.prompts.judging.QuotedText;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies that nobody would want to read: readers bear them, and make nothing of them. */
@Timeout(300)
class GeneralProtocolGarbageTests {

  private static final String QUESTION = "How many primes are below 10?";
  private static final Solution SOLUTION = solution("zero", "one", "two", "three");

  private static final String VALID =
      """
      Step 0 repeats the problem. Step 1 multiplies: 7 · 8 is 56, not 54.

      Checked again by adding 8 seven times.

      \\box{STEP1}
      Why: 7 · 8 is 56
      Suggestion: 7 · 8 = 56
      """;

  /** Everything that a judgement is made of, but for what closes a marker. */
  private static final List<String> SHARDS =
      List.of(
          "\\box{STEP",
          "\\boxed{",
          "box",
          "{",
          "STEP",
          "-1",
          "2",
          "k",
          "**",
          "$$",
          "\\text{",
          "\n",
          "\n\n",
          "\r\n",
          " ",
          "Why:",
          "Suggestion:",
          "<think>",
          "</think>",
          "<step 1>",
          "\\",
          "correct",
          "Verdict:",
          "\uFF5BSTEP1",
          "\uD83D",
          "\u0000",
          "İ",
          "７",
          "```");

  /** The same, and what closes it. */
  private static final List<String> PIECES =
      Stream.concat(SHARDS.stream(), Stream.of("}", "\\box{STEP1}", "\n\\box{STEP-1}\n")).toList();

  private final ProtocolFixture style = ProtocolFixture.of(new GeneralProtocol());

  @Test
  void shardsOfAJudgementAreNone() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      String reply = pieces(SHARDS, random);

      assertThat(style.readCritique(QUESTION, SOLUTION, reply)).as(reply).isEmpty();
      assertThat(style.readVerdict(QUESTION, SOLUTION, reply)).as(reply).isEmpty();
      Draft draft = style.readSolution(QUESTION, reply);
      assertThat(isNumber(draft.text()) || draft.answer() == null).as(reply).isTrue();
    }
  }

  /** A number alone on the last line is an answer, whatever was thought before. */
  private static boolean isNumber(String text) {
    return text.substring(text.lastIndexOf('\n') + 1).chars().noneMatch(Character::isLetter);
  }

  @Test
  void randomCharactersAreNoJudgement() {
    Random random = new Random(2);
    for (int i = 0; i < 1_000; i++) {
      String reply = characters(random);

      assertThat(style.readCritique(QUESTION, SOLUTION, reply)).isEmpty();
      assertThat(style.readVerdict(QUESTION, SOLUTION, reply)).isEmpty();
      assertThat(style.readSolution(QUESTION, reply).steps()).noneMatch(String::isBlank);
    }
  }

  @Test
  void whateverIsReadIsAboutAStepThatThereIs() {
    Random random = new Random(3);
    int read = 0;
    for (int i = 0; i < 1_000; i++) {
      String reply = pieces(PIECES, random);
      Optional<Verdict> verdict = style.readVerdict(QUESTION, SOLUTION, reply);
      read += verdict.isPresent() ? 1 : 0;

      assertThat(verdict.stream().filter(FirstError.class::isInstance).map(FirstError.class::cast))
          .as(reply)
          .allMatch(error -> error.index() >= 0 && error.index() <= 3);
      assertThat(style.readCritique(QUESTION, SOLUTION, reply).isPresent())
          .isEqualTo(verdict.isPresent());
      style.readRefinement(QUESTION, SOLUTION, new Flawed(0, "why", null), reply);
    }
    assertThat(read).as("some of them are judgements").isPositive();
  }

  @Test
  void aReplyThatWasCutOffBeforeTheMarkerClosedIsNotRead() {
    int closed = VALID.indexOf('}') + 1;
    for (int end = 0; end < VALID.length(); end++) {
      assertThat(style.readVerdict(QUESTION, SOLUTION, VALID.substring(0, end)).isPresent())
          .as("cut at %d", end)
          .isEqualTo(end >= closed);
    }
  }

  @Test
  void aQuotationIsNeverAJudgement() {
    Random random = new Random(4);
    for (int i = 0; i < 1_000; i++) {
      String quoted = QuotedText.of(pieces(PIECES, random));

      assertThat(style.readVerdict(QUESTION, SOLUTION, quoted)).as(quoted).isEmpty();
    }
  }

  /** What makes a careless reader run out of stack or time. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "\n",
        "\n \n",
        "*",
        "`* ",
        "{",
        "}",
        "\\",
        "\\boxed{",
        "\\boxed{}",
        "\\box{STEP",
        "\\box{STEP1}",
        "\\box{STEP1}\n",
        "box",
        "<think>",
        "</think>",
        "Why:",
        "Why:\n",
        "answer *",
        "Suggestion: \n",
        "\t#",
        "-",
        "9"
      })
  void longRepliesAreReadInTime(String piece) {
    String reply = piece.repeat(100_000);

    for (String text : List.of(reply, "x" + reply + "x", "\\box{STEP1}\n" + reply + "x")) {
      style.readCritique(QUESTION, SOLUTION, text);
      style.readVerdict(QUESTION, SOLUTION, text);
      style.readSolution(QUESTION, text);
      QuotedText.of(text);
    }
  }

  private static String pieces(List<String> from, Random random) {
    return IntStream.range(0, random.nextInt(40))
        .mapToObj(_ -> from.get(random.nextInt(from.size())))
        .collect(Collectors.joining());
  }

  private static String characters(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(2_000); i > 0; i--) {
      text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
    }
    return text.toString();
  }
}
