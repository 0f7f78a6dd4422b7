// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import static dev.assay.prompts.SolutionFixture.solution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.contracts.Solution;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Draft;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.Reading.Inquiry;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacktrackingTests {

  private static final String QUESTION = "How many trees are in 6 rows of 7, less 2?";
  private static final String FIRST = "1. There are 6 rows of 7.";
  private static final String WRONG = "2. 6 * 7 = 41.";
  private static final String RIGHT = "2. 6 * 7 = 42.";
  private static final String REST = "3. 42 - 2 = 40.\n\nThe answer is \\boxed{40}.";
  private static final Solution SOLUTION =
      solution(FIRST, WRONG, "3. 41 - 2 = 39.", "The answer is \\boxed{39}.");

  private final GeneralProtocol protocol = new GeneralProtocol();

  @Test
  void aModelThatGoesOnFindsWhatIsKeptAsItsOwnText() {
    Inquiry<Draft> step = asked(protocol.backtrack(QUESTION, SOLUTION, 1, true));

    assertThat(step.prompt().prefill()).isEqualTo(FIRST + "\n\n");
    assertThat(step.prompt().stop()).containsExactly("\n\n");
    assertThat(step.prompt().messages())
        .isEqualTo(asked(protocol.solve(QUESTION)).prompt().messages());
    assertThat(step.temperature()).isEqualTo(1);

    Inquiry<Draft> rest = asked(step.read(reply(RIGHT)));

    assertThat(rest.prompt().prefill()).isEqualTo(FIRST + "\n\n" + RIGHT + "\n\n");
    assertThat(rest.prompt().stop()).isEmpty();
    assertThat(rest.temperature()).isZero();

    Read<Draft> whole = (Read<Draft>) rest.read(reply(REST));
    assertThat(whole.value().text()).isEqualTo(FIRST + "\n\n" + RIGHT + "\n\n" + REST);
    assertThat(whole.value().steps()).hasSize(4).startsWith(FIRST, RIGHT);
    assertThat(whole.value().answer()).isEqualTo("40");
    assertThat(whole.how()).isEqualTo("kept to step 0, which came out differently in try 1");
  }

  @Test
  void anotherModelIsShownWhatIsKept() {
    Inquiry<Draft> step = asked(protocol.backtrack(QUESTION, SOLUTION, 1, false));
    String shown = "<step 0>\n" + FIRST + "\n</step 0>\n";

    assertThat(step.prompt().prefill()).isNull();
    assertThat(step.prompt().stop()).isEmpty();
    assertThat(step.prompt().text()).contains(shown, "Write the one step").doesNotContain("41");

    Inquiry<Draft> rest =
        asked(step.read(reply("<step 1>\n" + RIGHT + "\n</step 1>\n\n3. So 42 - 2 = 44.")));

    assertThat(rest.prompt().text())
        .contains(shown + "<step 1>\n" + RIGHT + "\n</step 1>\n", "finish the solution")
        .doesNotContain("44");
    Read<Draft> whole = (Read<Draft>) rest.read(reply(REST));
    assertThat(whole.value().text()).isEqualTo(FIRST + "\n\n" + RIGHT + "\n\n" + REST);
  }

  @Test
  void whereNothingElseComesOutTheSolutionStaysAsItWas() {
    Reading<Draft> reading = protocol.backtrack(QUESTION, SOLUTION, 1, true);
    for (int i = 0; i < Backtracking.MOST_TRIES; i++) {
      reading = asked(reading).read(i % 2 == 0 ? reply(WRONG) : reply("  "));
    }

    Read<Draft> kept = (Read<Draft>) reading;
    assertThat(kept.value())
        .isEqualTo(new Draft(SOLUTION.text(), SOLUTION.steps(), SOLUTION.answer()));
    assertThat(kept.how())
        .isEqualTo("the solution stays as it was: step 1 came out no differently in 8 tries");
  }

  @Test
  void whereAServerDropsTheBreakTheNextTryDoesNotEndAtOne() {
    Inquiry<Draft> step = asked(protocol.backtrack(QUESTION, SOLUTION, 1, true));

    Inquiry<Draft> next = asked(step.read(reply("")));

    assertThat(next.prompt().stop()).isEmpty();
    assertThat(next.prompt().prefill()).isEqualTo(step.prompt().prefill());
    Reply cut = new Reply("\n\n" + RIGHT + "\n\n3. So 42 - 2", Finish.LENGTH, 1, 1);
    assertThat(asked(next.read(cut)).prompt().prefill()).isEqualTo(FIRST + "\n\n" + RIGHT + "\n\n");
  }

  @Test
  void aStepThatWasCutOffIsTriedAgain() {
    Inquiry<Draft> step = asked(protocol.backtrack(QUESTION, SOLUTION, 1, true));

    Inquiry<Draft> next = asked(step.read(new Reply("2. 6 * 7 is", Finish.LENGTH, 1, 1)));

    assertThat(next.prompt()).isEqualTo(step.prompt());
  }

  @Test
  void aRestWithoutAnAnswerIsNoSolutionAndCanBeBroughtToAnEnd() {
    Inquiry<Draft> step = asked(protocol.backtrack(QUESTION, SOLUTION, 1, true));
    Inquiry<Draft> rest = asked(step.read(reply(RIGHT)));
    Reply unfinished = reply("3. 42 - 2 comes next.");

    Unreadable<Draft> none = (Unreadable<Draft>) rest.read(unfinished);
    assertThat(none.why()).startsWith("kept to step 0").contains("states no answer");
    assertThat(none.incomplete()).isNotNull();

    Inquiry<Draft> end = rest.ending(unfinished).orElseThrow();
    assertThat(end.prompt().prefill())
        .startsWith(FIRST + "\n\n" + RIGHT + "\n\n3. 42 - 2 comes next.\n\n")
        .endsWith("\\boxed{");
    assertThat(((Read<Draft>) end.read(reply("40}"))).value().answer()).isEqualTo("40");
  }

  @Test
  void aMissingStepFollowsOnAllOfThem() {
    Solution unfinished = solution(FIRST, RIGHT);

    Inquiry<Draft> step = asked(protocol.backtrack(QUESTION, unfinished, 2, true));

    assertThat(step.prompt().prefill()).isEqualTo(FIRST + "\n\n" + RIGHT + "\n\n");
    assertThat(asked(step.read(reply("3. 42 - 2 = 40."))).prompt().prefill())
        .endsWith("3. 42 - 2 = 40.\n\n");
  }

  @Test
  void thereIsNoGoingBackBeforeTheFirstStepNorBehindTheLast() {
    for (int step : new int[] {-1, 0, 5}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> protocol.backtrack(QUESTION, SOLUTION, step, true))
          .withMessage("step: " + step + " (expected: 1 to 4)");
    }
  }

  private static Inquiry<Draft> asked(Reading<Draft> reading) {
    return Optional.of(reading)
        .filter(Ask.class::isInstance)
        .map(each -> ((Ask<Draft>) each).next())
        .orElseThrow(() -> new AssertionError("not asked: " + reading));
  }

  private static Reply reply(String text) {
    return new Reply(text, Finish.STOP, 1, 1);
  }
}
