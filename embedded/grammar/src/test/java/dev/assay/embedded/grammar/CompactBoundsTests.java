// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.prompts.Draft;
import dev.assay.prompts.ProtocolFixture;
import dev.assay.text.Cost;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the embedded model replies, what is read from it fits into an event. */
class CompactBoundsTests {

  private static final ProtocolFixture STYLE = ProtocolFixture.of(new CompactProtocol());
  private static final String QUESTION = "((1+2+3+4)*(5+6+7+8)) =";
  private static final Solution SOLUTION =
      new Solution(
          SolutionId.parse("0198c5a2-7b1e-7c3d-8f4a-5b6c7d8e9f00/0/0"),
          "a1+2=3b3+3=6",
          List.of("a1+2=3b3+3=6", "two", "three"),
          null,
          0);

  /** Steps of work for a character, and for any text. */
  private static final long MOST_STEPS = 100;

  private static final long LEAST = 100_000;

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
        Cost cost = Cost.of(() -> readAll(reply));

        assertThat(cost.steps()).isLessThan(MOST_STEPS * reply.length() + LEAST);
      }
    }
  }

  private static void readAll(String reply) {
    assertFits(STYLE.readSolution(QUESTION, reply));
    assertFits(STYLE.readRefinement(QUESTION, SOLUTION, new Flawed(1, "why", "2+2=4"), reply));
    STYLE.readCritique(QUESTION, SOLUTION, reply);
    STYLE.readVerdict(QUESTION, SOLUTION, reply);
  }

  private static void assertFits(Draft draft) {
    assertThat(Bounds.fits(draft.text(), Bounds.TEXT)).isTrue();
    assertThat(draft.steps()).hasSizeLessThanOrEqualTo(Bounds.STEPS);
    assertThat(draft.steps().stream().mapToLong(Bounds::wireLength).sum())
        .isLessThanOrEqualTo(Bounds.TEXT);
    assertThat(draft.answer() == null || Bounds.fits(draft.answer(), Bounds.ANSWER)).isTrue();
  }
}
