// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import static dev.assay.prompts.SolutionFixture.solution;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.text.Cost;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a reply is, what is read from it fits into an event. */
class DraftTests {

  private static final String QUESTION = "((1+2+3+4)*(5+6+7+8)) =";
  private static final Solution SOLUTION = solution("a1+2=3b3+3=6", "two", "three");

  /** Steps of work for a character, and for any text. */
  private static final long MOST_STEPS = 120;

  private static final long LEAST = 100_000;

  private final ProtocolFixture general = ProtocolFixture.of(new GeneralProtocol());

  @Test
  void aTextThatIsTooLongKeepsItsBeginningAndStatesNoAnswer() {
    String reply = "So it is.\n\n".repeat(20_000) + "\\boxed{4}";

    Draft draft = general.readSolution("?", reply);

    assertThat(draft.answer()).isNull();
    assertThat(draft.text()).startsWith("So it is.").endsWith("characters more)");
    assertThat(draft.steps().getFirst()).isEqualTo("So it is.");
    assertFits(draft);
  }

  @Test
  void aTextOfTheLengthAllowedIsReadWhole() {
    String end = "\n\nIt is \\boxed{4}.";
    String reply = "a".repeat(Bounds.TEXT - 30) + end;

    assertThat(general.readSolution("?", reply).answer()).isEqualTo("4");
    assertThat(general.readSolution("?", reply).steps()).hasSize(2);
  }

  @Test
  void stepsThatAreTooManyAreJoinedInTheLast() {
    String reply =
        IntStream.rangeClosed(1, 3_000)
            .mapToObj(i -> "Step " + i + "\nx")
            .collect(Collectors.joining("\n"));

    Draft draft = general.readSolution("?", reply);

    assertThat(draft.steps()).hasSize(Bounds.STEPS);
    assertThat(draft.steps().get(Bounds.STEPS - 2)).isEqualTo("Step 1023\nx");
    assertThat(draft.steps().getLast()).startsWith("Step 1024\nx\nStep 1025").endsWith("3000\nx");
    assertFits(draft);
  }

  @Test
  void anAnswerThatIsTooLongIsNone() {
    String longest = "7".repeat(Bounds.ANSWER);

    assertThat(general.readSolution("?", "It is \\boxed{" + longest + "}.").answer())
        .isEqualTo(longest);
    assertThat(general.readSolution("?", "It is \\boxed{" + longest + "7}.").answer()).isNull();
    assertThat(
            general
                .readSolution("?", "Is it \\boxed{4}? It is \\boxed{" + longest + "7}.")
                .answer())
        .as("the answer that was meant is the last")
        .isNull();
  }

  @Test
  void reasonsAndSuggestionsAreShortened() {
    String reply =
        "\\box{STEP1}\nWhy: " + "because ".repeat(2_000) + "\nSuggestion: " + "x".repeat(9_000);

    Flawed flawed = (Flawed) general.readCritique("?", SOLUTION, reply).orElseThrow();

    assertThat(flawed.why()).startsWith("because").endsWith("characters more)");
    assertThat(flawed.suggestion()).startsWith("xxx").endsWith("characters more)");
    assertFits(flawed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "\n",
        "\n\na",
        "**a**\n1. ",
        "\u0001",
        "\"",
        "\uD83D\uDE00",
        "\\boxed{",
        "</think>",
        "\\box{STEP1}\n",
        "Why: a\n",
        "a1+2=3",
        "#7",
        "9",
        "answers to "
      })
  void whateverIsReadFits(String piece) {
    for (int length : new int[] {10_000, Bounds.TEXT + 100}) {
      String body = piece.repeat(length / piece.length());
      for (String reply : List.of(body + "\n\\box{STEP1}\n", "\\box{STEP0}\nWhy: " + body)) {
        Cost cost = Cost.of(() -> readAll(general, reply));

        assertThat(cost.steps()).isLessThan(MOST_STEPS * reply.length() + LEAST);
      }
    }
  }

  private static void readAll(ProtocolFixture style, String reply) {
    assertFits(style.readSolution(QUESTION, reply));
    assertFits(style.readRefinement(QUESTION, SOLUTION, new Flawed(1, "why", "2+2=4"), reply));
    style.readCritique(QUESTION, SOLUTION, reply).ifPresent(DraftTests::assertFits);
    style.readVerdict(QUESTION, SOLUTION, reply).ifPresent(DraftTests::assertFits);
  }

  private static void assertFits(Draft draft) {
    assertThat(Bounds.fits(draft.text(), Bounds.TEXT)).isTrue();
    assertThat(draft.steps()).hasSizeLessThanOrEqualTo(Bounds.STEPS);
    assertThat(draft.steps().stream().mapToLong(Bounds::wireLength).sum())
        .isLessThanOrEqualTo(Bounds.TEXT);
    assertThat(draft.answer() == null || Bounds.fits(draft.answer(), Bounds.ANSWER)).isTrue();
  }

  private static void assertFits(Critique critique) {
    if (critique instanceof Flawed(_, String why, String suggestion, _)) {
      assertThat(Bounds.fits(why, Bounds.REASON)).isTrue();
      assertThat(suggestion == null || Bounds.fits(suggestion, Bounds.REASON)).isTrue();
    }
  }

  private static void assertFits(Verdict verdict) {
    if (verdict instanceof FirstError(_, String why, _, _)) {
      assertThat(Bounds.fits(why, Bounds.REASON)).isTrue();
    }
  }
}
