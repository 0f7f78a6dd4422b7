// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepsTests {

  @Test
  void aStepIsAParagraph() {
    assertThat(Steps.of("\n\nFirst,\nstill first.\r\n \t\r\n\nSecond.\n"))
        .containsExactly("First,\nstill first.", "Second.");
  }

  @Test
  void nothingHasNoSteps() {
    assertThat(Steps.of("")).isEmpty();
    assertThat(Steps.of(" \n\t\n---\n")).isEmpty();
  }

  @Test
  void belowHeadingsAStepIsEverythingUpToTheNext() {
    String solution =
        """
        Let us see.

        ## Step 1: Add
        2 + 2 = 4

        That was easy.
        **Step 2:** Double
        4 * 2 = 8
        """;

    assertThat(Steps.of(solution))
        .containsExactly(
            "Let us see.",
            "## Step 1: Add\n2 + 2 = 4\n\nThat was easy.",
            "**Step 2:** Double\n4 * 2 = 8");
  }

  @Test
  void oneHeadingAloneMakesNoSections() {
    assertThat(Steps.of("Step 1 is trivial.\n\nSo is the rest."))
        .containsExactly("Step 1 is trivial.", "So is the rest.");
  }

  @Test
  void aRuleSeparatesAndIsNoStep() {
    assertThat(Steps.of("a = 1\n---\nb = 2\n***\n\n___\nc = 3"))
        .containsExactly("a = 1", "b = 2", "c = 3");
  }

  @Test
  void theLinesOfANumberedListAreSteps() {
    assertThat(Steps.of("First:\n1. one\nand more\n2) two\n**3.** three\n7. not the next"))
        .containsExactly("First:", "1. one\nand more", "2) two", "**3.** three\n7. not the next");
  }

  @Test
  void codeIsKeptWholeAndBelongsToTheStepBefore() {
    String code = "```python\nx = 1\n\n1. not a step\n\ny = 2\n```";

    assertThat(Steps.of("Run this:\n\n" + code + "\n\nIt prints 2."))
        .containsExactly("Run this:\n\n" + code, "It prints 2.");
  }

  @Test
  void displayedMathematicsIsKeptWhole() {
    for (String display :
        new String[] {
          "$$\nx = 1\n\ny = 2\n$$",
          "\\[\nx \\\\[4pt]\n\ny\n\\]",
          "\\begin{align*}\nx &= 1 \\\\\n\ny &= 2\n\\end{align*}"
        }) {
      assertThat(Steps.of("We have\n\n" + display + "\n\nThus y is 2."))
          .containsExactly("We have\n\n" + display, "Thus y is 2.");
      assertThat(Steps.of("We have " + display)).hasSize(1);
    }
  }

  @Test
  void whatIsNeverClosedSwallowsNothing() {
    assertThat(Steps.of("It costs $$5.\n\nSecond.\n\nThird.")).hasSize(3);
    assertThat(Steps.of("\\[ x\n\nSecond.")).hasSize(2);
    assertThat(Steps.of("```\nx\n\ny")).hasSize(2);
    assertThat(Steps.of("\\begin{align} x\n\n\\end{cases} y")).hasSize(2);
    assertThat(Steps.of("$$ x" + "\n\nmore".repeat(200) + "\n\n$$ y")).hasSize(202);
  }

  @Test
  void aHeadingBelongsToWhatFollows() {
    assertThat(Steps.of("### Setup\n\nLet x be 1.\n\n**Result:**\n\nx + 1 = 2\n\n# End"))
        .containsExactly("### Setup\n\nLet x be 1.", "**Result:**\n\nx + 1 = 2", "# End");
  }
}
