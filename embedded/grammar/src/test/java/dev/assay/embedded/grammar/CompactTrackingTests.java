// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import static dev.assay.embedded.grammar.TrackingFixture.BOOKS;
import static dev.assay.embedded.grammar.TrackingFixture.BOOKS_DERIVED;
import static dev.assay.embedded.grammar.TrackingFixture.BOOKS_FOLLOWED;
import static dev.assay.embedded.grammar.TrackingFixture.tracked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.QuestionKind;
import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.AnswerGroups;
import dev.assay.equality.answers.MathEquality;
import dev.assay.prompts.Draft;
import dev.assay.prompts.ProtocolFixture;
import dev.assay.text.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactTrackingTests {

  /** Wrong at two swaps; the answer is right by luck. */
  private static final String LUCKY = "aBA=AbCB=BcAC=C#3";

  private static final String ALPHABET = "abcABCDG=1237#TU:,?>. \u0000";

  private final ProtocolFixture style = ProtocolFixture.of(new CompactProtocol());

  @Test
  void theModelIsAskedWithoutTheStory() {
    assertThat(style.refusal(BOOKS)).isEmpty();
    assertThat(new CompactProtocol().kind(BOOKS))
        .hasValue(new QuestionKind("tracking_shuffled_objects"));
    assertThat(style.solve(BOOKS)).isEqualTo("T3:AC,CB,BA?B>");
  }

  @Test
  void theCriticIsNotShownTheSolution() {
    assertThat(style.criticise(BOOKS, tracked(BOOKS, LUCKY))).isEqualTo(style.solve(BOOKS));
  }

  @Test
  void aRefusalShowsAQuestionOfThisKindThatMayBeAsked() {
    String refusal = style.refusal("What is the capital of France?").orElseThrow();

    String example = refusal.substring(refusal.lastIndexOf("such as ") + "such as ".length());
    assertThat(style.solve(example)).isEqualTo("T3:AC,CB,BA?B>");
  }

  @Test
  void linesAreKeptAndReadAsProse() {
    Draft draft = style.readSolution(BOOKS, BOOKS_DERIVED);

    assertThat(draft.text()).isEqualTo(BOOKS_DERIVED);
    assertThat(draft.answer()).isEqualTo("(C)");
    assertThat(draft.steps())
        .containsExactly(
            "Before swap 3 (Ben and Ann), Ann has what Ben ends with",
            "Before swap 2 (Cleo and Ben), Ann has what Ben ends with",
            "Before swap 1 (Ann and Cleo), Cleo has what Ben ends with",
            "At the start Cleo had Catch-22: (C)");
  }

  @Test
  void anObjectIsNumberedByItsOptionAndNotByTheStory() {
    String question =
        BOOKS
            .replace("(A) Emma", "(A) Catch-22")
            .replace("(B) Pride and Prejudice", "(B) Emma")
            .replace("(C) Catch-22", "(C) Pride and Prejudice");

    assertThat(style.solve(question)).isEqualTo("T3:BA,AC,CB?C>");
    assertThat(style.readSolution(question, "aCB=BbAC=BcBA=A#1"))
        .isEqualTo(
            new Draft(
                "aCB=BbAC=BcBA=A#1",
                List.of(
                    "Before swap 3 (Ben and Ann), Ann has what Ben ends with",
                    "Before swap 2 (Cleo and Ben), Ann has what Ben ends with",
                    "Before swap 1 (Ann and Cleo), Cleo has what Ben ends with",
                    "At the start Cleo had Catch-22: (A)"),
                "(A)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "aBA=A", "aBA=A#", "#4", "#0", "#-1", "#3#", "#33", "# 3", "#C", "#\u0663"})
  void aSolutionThatEndsWithNoObjectHasNoAnswer(String text) {
    assertThat(style.readSolution(BOOKS, text).answer()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"BA=", "BA=AA", "BA=D", "BAA", "AB=A", "AC=C", "BA=1", "BA=132", "9*5=45", "A=1"})
  void whatIsNoLineOfTheQuestionIsShownAsItIs(String line) {
    assertThat(style.readSolution(BOOKS, "a" + line + "#3").steps()).first().isEqualTo(line);
  }

  @Test
  void optionsAreEqualIfTheLetterIs() {
    MathEquality equality = new MathEquality();

    assertThat(equality.compare("(B)", "(B)")).isEqualTo(Judgement.EQUAL);
    assertThat(equality.compare("(B)", "B")).isEqualTo(Judgement.EQUAL);
    for (char letter : "ACDEFG".toCharArray()) {
      assertThat(equality.compare("(B)", "(" + letter + ")")).isEqualTo(Judgement.DIFFERENT);
    }
    assertThat(AnswerGroups.of(List.of("(B)", "(E)", "(B)", "(A)"), Function.identity(), equality))
        .containsExactly(List.of("(B)", "(B)"), List.of("(E)"), List.of("(A)"));
  }

  @Test
  void aCritiqueIsTheFirstLineThatIsDerivedOtherwise() {
    assertThat(critique(BOOKS_DERIVED, BOOKS_DERIVED)).hasValue(new Sound());
    Flawed flawed = (Flawed) critique(LUCKY, BOOKS_DERIVED).orElseThrow();

    assertThat(flawed.firstError()).isEqualTo(1);
    assertThat(flawed.suggestion()).isEqualTo("CB=A");
    assertThat(flawed.why())
        .isEqualTo(
            "the step says Before swap 2 (Cleo and Ben), Ben has what Ben ends with;"
                + " derived again it is Before swap 2 (Cleo and Ben), Ann has what Ben ends with");
  }

  @Test
  void aRefinementGoesOnFromTheCorrectedLine() {
    Flawed flawed = new Flawed(1, "why", "CB=A");

    assertThat(style.refine(BOOKS, tracked(BOOKS, LUCKY), flawed))
        .isEqualTo("T3:AC,CB,BA?B>aBA=AbCB=A");
    assertThat(style.readRefinement(BOOKS, tracked(BOOKS, LUCKY), flawed, "cAC=C#3"))
        .isEqualTo(style.readSolution(BOOKS, BOOKS_DERIVED));
  }

  @Test
  void aSolutionOfTheOtherKindIsNoAnswer() {
    assertThat(style.readSolution(BOOKS, "a9*5=54#42").answer()).isNull();
    assertThat(critique("a9*5=54#42", "a9*5=54#42")).isEmpty();
  }

  @Test
  void readersBearAnyString() {
    Random random = new Random(7);

    for (int i = 0; i < 500; i++) {
      String claimed = random(random);
      String reply = random(random);
      Flawed flawed = new Flawed(random.nextInt(20), "why", random.nextBoolean() ? null : claimed);

      assertThat(style.readSolution(BOOKS, reply).text()).isEqualTo(PlainText.of(reply));
      critique(claimed, reply);
      style.verify(BOOKS, tracked(BOOKS, claimed));
      style.readVerdict(BOOKS, tracked(BOOKS, claimed), reply);
      style.refine(BOOKS, tracked(BOOKS, claimed), flawed);
      style.readRefinement(BOOKS, tracked(BOOKS, claimed), flawed, reply);
    }
  }

  private Optional<Critique> critique(String claimed, String reply) {
    return style.readCritique(BOOKS, tracked(BOOKS, claimed), reply);
  }

  /** Half of them from the model's alphabet, half right lines with some changes. */
  private static String random(Random random) {
    if (random.nextBoolean()) {
      return IntStream.range(0, random.nextInt(60))
          .mapToObj(_ -> "" + ALPHABET.charAt(random.nextInt(ALPHABET.length())))
          .collect(Collectors.joining());
    }
    StringBuilder text = new StringBuilder(random.nextBoolean() ? BOOKS_DERIVED : BOOKS_FOLLOWED);
    for (int i = 0; i <= random.nextInt(3); i++) {
      text.setCharAt(
          random.nextInt(text.length()), ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
