// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.contracts.Critique.Flawed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExactCriticTests {

  private static final String QUESTION = "((1 + 2 * 3) - (4 - -5)) =";
  private static final String PLAN =
      "This equation can be written as \"A - B\", where A = (1 + 2 * 3) and B = (4 - -5).";
  private static final String A = "Let's calculate A = (1 + 2 * 3) = (1 + 6) = 7.";
  private static final String B = "Let's calculate B = (4 - -5) = (4 + 5) = 9.";
  private static final String END = "Then A - B = 7 - 9 = -2. So the answer is -2.";

  private final ExactCritic critic = new ExactCritic();

  @Test
  void nothingIsSaidOfWhatHolds() {
    assertThat(critic.critique(QUESTION, List.of(PLAN, A, B, END))).isEmpty();
  }

  @Test
  void theFirstFalseCalculationIsNamedAndPutRight() {
    Optional<Flawed> critique =
        critic.critique(
            "How many eggs are left?",
            List.of("There are 12 eggs.", "3 + 4 = 8 are gone.", "12 - 8 = 5 are left."));

    assertThat(critique).contains(new Flawed(1, "3 + 4 = 8: 3+4 is 7", "3 + 4 = 7 are gone."));
  }

  @Test
  void allFlawsComeInTheOrderOfTheSteps() {
    assertThat(critic.flaws("?", List.of("1 + 1 = 3", "2 + 2 = 4", "3 + 3 = 7, then 1 + 2 = 4")))
        .extracting(Flaw::step)
        .containsExactly(0, 2, 2);
  }

  @Test
  void careForPrecedenceIsAskedOnlyWhereTheQuestionIsArithmetic() {
    String careless = "1 + 2 * 3 = 9";

    assertThat(critic.flaws("How many are there?", List.of(careless))).isEmpty();
    assertThat(critic.flaws(QUESTION, List.of(careless))).hasSize(1);
  }

  @Test
  void aQuestionRewrittenAsAnotherIsAFlaw() {
    String other = PLAN.replace("A - B", "A + B");

    assertThat(critic.flaws(QUESTION, List.of(other)))
        .extracting(Flaw::kind)
        .containsExactly(Flaw.Kind.REWRITING);
  }

  @Test
  void aLetterKeepsItsExpression() {
    String other = "Let's calculate A = (1 + 2 * 4) = (1 + 8) = 9.";

    assertThat(critic.flaws(QUESTION, List.of(PLAN, other)))
        .extracting(Flaw::step, Flaw::kind)
        .containsExactly(tuple(1, Flaw.Kind.DEFINITION));
  }

  @Test
  void aValueCarriedOnMustBeTheOneDerived() {
    String miscopied = "Then A - B = 7 - 6 = 1. So the answer is 1.";

    assertThat(critic.flaws(QUESTION, List.of(PLAN, A, B, miscopied)))
        .extracting(Flaw::step, Flaw::kind)
        .containsExactly(tuple(3, Flaw.Kind.SUBSTITUTION));
  }

  @Test
  void aWrongAnswerAfterStepsThatHoldIsAFlaw() {
    String slip = "Then A - B = 7 - 9 = -2. So the answer is 2.";

    List<Flaw> flaws = critic.flaws(QUESTION, List.of(PLAN, A, B, slip));

    assertThat(flaws).extracting(Flaw::kind).containsExactly(Flaw.Kind.ANSWER);
    assertThat(flaws.getFirst().correction().map(each -> each.in(slip)))
        .contains("Then A - B = 7 - 9 = -2. So the answer is -2.");
  }

  @Test
  void whatIsAskedInWordsIsNoArithmeticTask() {
    assertThat(ArithmeticTask.of("What is 2 + 3?")).isPresent();
    assertThat(ArithmeticTask.of("Calculate 2 + 3 =")).isPresent();
    assertThat(ArithmeticTask.of("She has 2 + 3 apples. How many?")).isEmpty();
    assertThat(ArithmeticTask.of("2x + 3")).isEmpty();
    assertThat(ArithmeticTask.of("")).isEmpty();
  }
}
