// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import static dev.assay.prompts.SolutionFixture.solution;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.prompts.ProtocolFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneralProtocolJudgementTests {

  private static final String QUESTION = "How many primes are below 10?";
  private static final Solution SOLUTION = solution("zero", "one", "two", "three");

  private final ProtocolFixture style = ProtocolFixture.of(new GeneralProtocol());

  @Test
  void aCritiqueIsReadAsItWasAskedFor() {
    String reply =
        """
        Step 0 holds. Step 1 does not.

        \\box{STEP1}
        Why: 7 · 8 is 56,
        not 54
        Suggestion: 7 · 8 = 56
        """;

    assertThat(style.readCritique(QUESTION, SOLUTION, reply))
        .contains(new Flawed(1, "7 · 8 is 56,\nnot 54", "7 · 8 = 56"));
    assertThat(style.readVerdict(QUESTION, SOLUTION, reply))
        .contains(new FirstError(1, "7 · 8 is 56,\nnot 54"));
  }

  @Test
  void minusOneMeansThatEveryStepHolds() {
    String reply = "All is well.\n\\box{STEP-1}\nWhy: each step was redone\nSuggestion: none";

    assertThat(style.readCritique(QUESTION, SOLUTION, reply)).contains(new Sound());
    assertThat(style.readVerdict(QUESTION, SOLUTION, reply)).contains(new Correct(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\box{STEP2}",
        "  \\box{STEP2}.  ",
        "\\boxed{STEP2}",
        "\\box{ Step 2 }",
        "\\box{step_02}",
        "box{STEP2}",
        "\\\\box{STEP2}",
        "**\\box{STEP2}**",
        "$$\\boxed{\\text{STEP2}}$$",
        "\\[ \\boxed{STEP2} \\]",
        "Answer: \\(\\box{STEP2}\\).",
        "`\\box{STEP2}`",
        "### \\box{STEP2}",
        "Final verdict: \\box{STEP2}",
        "**Answer:** $\\box{STEP2}$",
        "\uFF3Cbox\uFF5BSTEP\uFF12\uFF5D",
        "Let me see.\r\n\\box{STEP2}\r\nWhy: so\r\n",
        "</think>\\box{STEP2}"
      })
  void aMarkerMayBeDressedUp(String reply) {
    assertThat(style.readVerdict(QUESTION, SOLUTION, reply))
        .hasValueSatisfying(
            verdict ->
                assertThat(verdict)
                    .isInstanceOfSatisfying(
                        FirstError.class, error -> assertThat(error.index()).isEqualTo(2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\box{STEP-1}", "\\box{STEP -1}", "\\box{STEP\u22121}", "\\box{STEP\uFF0D1}"})
  void everyDashIsAMinus(String reply) {
    assertThat(style.readVerdict(QUESTION, SOLUTION, reply)).contains(new Correct(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I cannot tell.",
        "The solution is correct.",
        "\\box{STEP}",
        "\\box{STEPk}",
        "\\box{STEP 1 or 2}",
        "\\box{STEP1",
        "\\box{1}",
        "\\boxed{2}",
        "STEP2",
        "\\box{STEP4}",
        "\\box{STEP-2}",
        "\\box{STEP-01}",
        "\\box{STEP99999999999999999999}",
        // Talked about, not given:
        "If every step holds I have to write \\box{STEP-1}.",
        "If all is right: \\box{STEP-1}",
        "\\box{STEP-1} if no step is wrong",
        "\\box{STEP2} or \\box{STEP3}",
        // Thought, not said:
        "<think>\\box{STEP-1}\n",
        "<think>\n\\box{STEP2}\n</think>\nI ran out of time.",
        "\\box{STEP2}\n</think>\nI ran out of time."
      })
  void whatIsNoJudgementIsNotRead(String reply) {
    assertThat(style.readCritique(QUESTION, SOLUTION, reply)).isEmpty();
    assertThat(style.readVerdict(QUESTION, SOLUTION, reply)).isEmpty();
  }

  @Test
  void aLaterMarkerWins() {
    assertThat(style.readVerdict(QUESTION, SOLUTION, "\\box{STEP2}\nWhy: no, wait.\n\\box{STEP-1}"))
        .contains(new Correct(1));
    assertThat(
            style.readVerdict(QUESTION, SOLUTION, "\\box{STEP-1}\nNo, wait.\n\\box{STEP3}\nWhy: 7"))
        .contains(new FirstError(3, "7"));
    assertThat(style.readVerdict(QUESTION, SOLUTION, "\\box{STEP-1}\n\\box{STEP3}\nWhy: 7"))
        .isEmpty();
    assertThat(style.readVerdict(QUESTION, SOLUTION, "\\box{STEP-1}\n\\box{STEP9}")).isEmpty();
  }

  @Test
  void aReplyThatContradictsItsMarkerIsNotRead() {
    assertThat(
            style.readVerdict(QUESTION, SOLUTION, "\\box{STEP-1}\nWhy: though \\box{STEP2} is odd"))
        .isEmpty();
    assertThat(style.readVerdict(QUESTION, SOLUTION, "\\box{STEP2}\n\\box{STEP 1 or 2}")).isEmpty();
    assertThat(
            style.readVerdict(
                QUESTION, SOLUTION, "\\box{STEP-1}\nWhy: \\box{STEP-1} as all is well"))
        .contains(new Correct(1));
  }

  @Test
  void aSolutionWithoutStepsIsNeitherSoundNorFlawed() {
    assertThat(style.readCritique(QUESTION, solution(), "\\box{STEP-1}")).isEmpty();
    assertThat(style.readVerdict(QUESTION, solution(), "\\box{STEP0}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\box{STEP1}\n**Why:** it is 56\n**Suggestion:** none.",
        "\\box{STEP1}\n**Why: it is 56**\nSuggestion: N/A",
        "\\box{STEP1}\n\nwhy\uFF1A it is 56",
        "```\n\\box{STEP1}\nWhy: it is 56\n```",
        "\\box{STEP1}\nit is 56\nSuggestion: -",
        "Why: it is 56\nSuggestion: None\n\\box{STEP1}",
        "Step 0 holds.\n\nit is 56\n\n\\box{STEP1}",
        "\\box{STEP1}: it is 56",
        "\\box{STEP1} - it is 56",
        "\\box{STEP1} because it is 56",
        "- \\box{STEP1} (it is 56)",
        "it is 56, so \\box{STEP1}",
        "it is 56: $\\box{STEP1}$.",
        "it is 56 (\\box{STEP1})",
        "> \\box{STEP1}\n> Why: it is 56",
        "Step 0 holds.\n\nit is 56; therefore \\boxed{\\text{STEP } 1}.",
        "\\box{STEP1}\nReason: it is 56"
      })
  void theReasonIsFoundWhereverItStands(String reply) {
    assertThat(style.readCritique(QUESTION, SOLUTION, reply))
        .contains(new Flawed(1, "it is 56", null));
  }

  @Test
  void aJudgementWithoutAReasonIsStillAJudgement() {
    assertThat(style.readCritique(QUESTION, SOLUTION, "\\box{STEP1}"))
        .contains(new Flawed(1, "no reason given", null));
    assertThat(style.readCritique(QUESTION, SOLUTION, "\\box{STEP1}\nWhy:\nSuggestion: 7 · 8 = 56"))
        .contains(new Flawed(1, "no reason given", "7 · 8 = 56"));
  }
}
