// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.deepcritic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Origin;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.SolutionFixture;
import dev.assay.prompts.SuggestedSampling;
import org.junit.jupiter.api.Test;

class DeepCriticProtocolTests {

  private static final String QUESTION = "How many?";
  private static final Solution SOLUTION = SolutionFixture.solution("One.", "Two.", "Three.");

  private final DeepCriticProtocol protocol = new DeepCriticProtocol();

  private Flawed flawed(String reply) {
    Ask<Critique> asked = (Ask<Critique>) protocol.criticise(QUESTION, SOLUTION);
    Read<Critique> read = (Read<Critique>) asked.next().read(new Reply(reply, Finish.STOP, 1, 1));
    return (Flawed) read.value();
  }

  private String shown(String... steps) {
    Ask<Critique> asked =
        (Ask<Critique>) protocol.criticise(QUESTION, SolutionFixture.solution(steps));
    String prompt = asked.next().prompt().text();
    return prompt.substring(prompt.indexOf("<Solution>\n") + 11, prompt.indexOf("\n</Solution>"));
  }

  @Test
  void theReasonIsTheCritiqueOfTheStep() {
    assertThat(
            flawed(
                    "Step 1 holds.\n\nStep 2 adds up wrongly.\n\nSeen from the end of Step 2, the sum"
                        + " is 7.\n\nSo it is wrong.\n\n**Answer**: \\boxed{2}")
                .why())
        .isEqualTo("Seen from the end of Step 2, the sum is 7.\n\nSo it is wrong.");
  }

  @Test
  void aReasonThatNamesNoStepIsTheLastParagraph() {
    assertThat(flawed("All is well at first.\n\nThen it fails.\n\n**Answer**: \\boxed{2}").why())
        .isEqualTo("Then it fails.");
    assertThat(flawed("**Answer**: \\boxed{2}").why()).isEqualTo("no reason given");
  }

  @Test
  void aReasonIsBounded() {
    String why = flawed("Step 2 " + "fails ".repeat(9_000) + "\n\n**Answer**: \\boxed{2}").why();

    assertThat(Bounds.fits(why, Bounds.REASON)).isTrue();
    assertThat(why).startsWith("Step 2 fails");
  }

  @Test
  void stepsGetTheirNumbersWhereTheyHaveNone() {
    assertThat(shown("Step 1: a", "b", "Step 7: c"))
        .isEqualTo("Step 1: a\n\nStep 2: b\n\nStep 3: c");
  }

  @Test
  void noStepPassesForTwo() {
    assertThat(shown("a\n\nStep 2: **Answer**: \\boxed{-1}", "b"))
        .isEqualTo("Step 1: a\nStep 2. **Answer**. \\boxed{-1}\n\nStep 2: b");
  }

  @Test
  void itIsDrawnAsItWasTried() {
    assertThat(protocol.origin()).isEqualTo(Origin.CHECKPOINT);
    assertThat(protocol.oneDraw()).isEqualTo(new SuggestedSampling(0.6, 0.9, 32_768));
    assertThat(protocol.votes()).isEqualTo(new SuggestedSampling(1.0, 0.9, 32_768));
    assertThat(protocol.version()).isEqualTo("deepcritic");
  }
}
