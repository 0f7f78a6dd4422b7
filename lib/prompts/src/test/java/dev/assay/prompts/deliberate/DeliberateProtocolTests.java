// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.deliberate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import dev.assay.prompts.SolutionFixture;
import org.junit.jupiter.api.Test;

class DeliberateProtocolTests {

  private static final String QUESTION = "How many?";
  private static final Solution SOLUTION = SolutionFixture.solution("One.", "Two.", "Three.");

  private final DeliberateProtocol protocol = new DeliberateProtocol();

  private static <T> Reading<T> after(Reading<T> asked, String reply) {
    return ((Ask<T>) asked).next().read(new Reply(reply, Finish.STOP, 1, 1));
  }

  private static <T> String prompt(Reading<T> asked) {
    return ((Ask<T>) asked).next().prompt().text();
  }

  @Test
  void eachCallIsGivenWhatTheOnesBeforeSaid() {
    Reading<Critique> first = protocol.criticise(QUESTION, SOLUTION);
    Reading<Critique> second = after(first, "Step 1 is off.");
    Reading<Critique> judge = after(second, "No, step 1 is fine.");

    assertThat(prompt(second)).contains("<review>\nStep 1 is off.\n</review>");
    assertThat(prompt(judge))
        .contains(
            "<review>\nStep 1 is off.\n</review>", "<review>\nNo, step 1 is fine.\n</review>");
    assertThat(after(judge, "\\box{STEP2}\nWhy: three is four\nSuggestion: four"))
        .isEqualTo(new Read<Critique>(new Flawed(2, "three is four", "four"), "a marker"));
  }

  @Test
  void onlyTheLastCallJudges() {
    Reading<Verdict> second = after(protocol.verify(QUESTION, SOLUTION), "\\box{STEP0}");
    Reading<Verdict> judge = after(second, "\\box{STEP1}");

    assertThat(prompt(judge)).contains("\\box(STEP0}", "\\box(STEP1}");
    assertThat(after(judge, "Every step holds.\n\\box{STEP-1}"))
        .isEqualTo(new Read<Verdict>(new Verdict.Correct(1), "a marker"));
    assertThat(after(judge, "Hm.")).isInstanceOf(Unreadable.class);
  }

  @Test
  void whereNothingIsSaidThereIsNothingToGoOnWith() {
    assertThat(after(protocol.criticise(QUESTION, SOLUTION), "<think>hm</think>"))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void aLongCritiqueIsShownInPart() {
    Reading<Critique> second =
        after(protocol.criticise(QUESTION, SOLUTION), "word ".repeat(20_000));

    assertThat(prompt(second).length()).isLessThan(5 * Bounds.REASON);
  }
}
