// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import static dev.assay.reasoning.style.TrackingFixture.BOOKS;
import static dev.assay.reasoning.style.TrackingFixture.BOOKS_DERIVED;
import static dev.assay.reasoning.style.TrackingFixture.BOOKS_TRACED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.reasoning.answer.AnswerEquality.Judgement;
import dev.assay.reasoning.answer.AnswerGroups;
import dev.assay.reasoning.answer.MathEquality;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompactTrackingTests {

  /** The second swap left out; the answer is right by luck. */
  private static final String LUCKY = "aAC=321bCB=321cBA=231#3";

  private static final String ALPHABET = "abcABCDG=1237#TU:,?>. \u0000";

  private final CompactStyle style = new CompactStyle();

  @Test
  void theModelIsAskedWithoutTheStory() {
    assertThat(style.refusal(BOOKS)).isEmpty();
    assertThat(style.solve(BOOKS)).isEqualTo("T3:AC,CB,BA?B>");
  }

  @Test
  void criticAndVerifierAreNotShownTheSolution() {
    assertThat(style.criticise(BOOKS, solution(LUCKY))).isEqualTo(style.solve(BOOKS));
    assertThat(style.verify(BOOKS, solution(LUCKY))).isEqualTo("U3:AC,CB,BA?B>");
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
            "Ann and Cleo swap: Ann Catch-22, Ben Pride and Prejudice, Cleo Emma",
            "Cleo and Ben swap: Ann Catch-22, Ben Emma, Cleo Pride and Prejudice",
            "Ben and Ann swap: Ann Emma, Ben Catch-22, Cleo Pride and Prejudice",
            "Ben ends with Catch-22: (C)");
  }

  @Test
  void anObjectIsNumberedByItsOptionAndNotByTheStory() {
    String question =
        BOOKS
            .replace("(A) Emma", "(A) Catch-22")
            .replace("(B) Pride and Prejudice", "(B) Emma")
            .replace("(C) Catch-22", "(C) Pride and Prejudice");

    assertThat(style.solve(question)).isEqualTo("T3:BA,AC,CB?C>");
    assertThat(style.readSolution(question, "aBA=213bAC=312cCB=321#1"))
        .isEqualTo(
            new Draft(
                "aBA=213bAC=312cCB=321#1",
                List.of(
                    "Ann and Cleo swap: Cleo Emma, Ann Catch-22, Ben Pride and Prejudice",
                    "Cleo and Ben swap: Cleo Pride and Prejudice, Ann Catch-22, Ben Emma",
                    "Ben and Ann swap: Cleo Pride and Prejudice, Ann Emma, Ben Catch-22",
                    "Ben ends with Catch-22: (A)"),
                "(A)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "aAC=321",
        "aAC=321#",
        "#4",
        "#0",
        "#-1",
        "#3#",
        "#33",
        "# 3",
        "#C",
        "#\u0663"
      })
  void aSolutionThatEndsWithNoObjectHasNoAnswer(String text) {
    assertThat(style.readSolution(BOOKS, text).answer()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AC=32", "AC=3211", "AC=324", "AD=321", "AC321", "AC=", "9*5=45", "A=1"})
  void whatIsNoLineOfTheQuestionIsShownAsItIs(String line) {
    assertThat(style.readSolution(BOOKS, "a" + line + "#3").steps())
        .containsExactly(line, "Ben ends with Catch-22: (C)");
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
    assertThat(flawed.suggestion()).isEqualTo("CB=312");
    assertThat(flawed.why())
        .contains("Cleo and Ben swap: Ann Catch-22, Ben Pride and Prejudice, Cleo Emma")
        .contains("Cleo and Ben swap: Ann Catch-22, Ben Emma, Cleo Pride and Prejudice");
  }

  @Test
  void aRefinementGoesOnFromTheCorrectedLine() {
    Flawed flawed = new Flawed(1, "why", "CB=312");

    assertThat(style.refine(BOOKS, solution(LUCKY), flawed))
        .isEqualTo("T3:AC,CB,BA?B>aAC=321bCB=312");
    assertThat(style.readRefinement(BOOKS, solution(LUCKY), flawed, "cBA=132#3"))
        .isEqualTo(style.readSolution(BOOKS, BOOKS_DERIVED));
  }

  @Test
  void anAnswerThatTheTraceGivesTooIsCorrect() {
    assertThat(verdict(BOOKS_DERIVED, BOOKS_TRACED)).hasValue(new Correct(1));
    // Whatever became of the others: the trace does not look at them.
    assertThat(verdict(LUCKY, BOOKS_TRACED)).hasValue(new Correct(1));
  }

  @Test
  void theFirstLineThatTheTraceContradictsIsTheFirstError() {
    // Cleo's object is traced: Ann has object 3 after the first swap, and Ben at the end.
    FirstError error = (FirstError) verdict("aAC=321bCB=132cBA=312#1", BOOKS_TRACED).orElseThrow();

    assertThat(error.index()).isEqualTo(1);
    assertThat(error.why())
        .contains("Cleo and Ben swap: Ann Emma, Ben Catch-22, Cleo Pride and Prejudice")
        .endsWith("Catch-22 is with Ann then");
  }

  @ParameterizedTest
  @CsvSource({
    // Lines that are right about the object, with an answer that does not follow.
    "aAC=321bCB=312cBA=132#1, 3",
    // Another swap than the question tells of, no line at all, an answer too early.
    "aAB=321bCB=312cBA=132#1, 0",
    "aAC=321b?cBA=132#1, 1",
    "aAC=321#1, 1",
    "#1, 0",
    // No answer.
    "aAC=321bCB=312, 2",
    "'', 0",
  })
  void whatIsMissingOrDoesNotBelongIsAnErrorToo(String claimed, int index) {
    assertThat(verdict(claimed, BOOKS_TRACED))
        .hasValueSatisfying(verdict -> assertThat(((FirstError) verdict).index()).isEqualTo(index));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "y",
        "#3",
        // Broken off.
        "aBA=AbCB=AcAC=C",
        "aBA=AbCB=AcAC=C#",
        "aBA=AbCB=A#3",
        // In the order of time, or about another swap.
        "aAC=CbCB=AcBA=A#3",
        "aAB=AbCB=AcAC=C#3",
        // The answer is not what its last line says.
        "aBA=AbCB=AcAC=C#1",
        // Nobody of that name, and no traces.
        "aBA=DbCB=AcAC=C#3",
        "aBA=abCB=AcAC=C#3",
        "aBA=132bCB=312cAC=321#3",
        "aBA=AbCB=AcAC=C#3#3",
      })
  void aReplyThatIsNoTraceIsNoVerdict(String reply) {
    assertThat(verdict(BOOKS_DERIVED, reply)).isEmpty();
    assertThat(verdict(LUCKY, reply)).isEmpty();
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

      assertThat(style.readSolution(BOOKS, reply).text()).isEqualTo(reply);
      critique(claimed, reply);
      verdict(claimed, reply);
      style.refine(BOOKS, solution(claimed), flawed);
      style.readRefinement(BOOKS, solution(claimed), flawed, reply);
    }
  }

  private Optional<Critique> critique(String claimed, String reply) {
    return style.readCritique(BOOKS, solution(claimed), reply);
  }

  private Optional<Verdict> verdict(String claimed, String reply) {
    return style.readVerdict(BOOKS, solution(claimed), reply);
  }

  /** Half of them from the model's alphabet, half a derivation or a trace with some changes. */
  private static String random(Random random) {
    if (random.nextBoolean()) {
      return IntStream.range(0, random.nextInt(60))
          .mapToObj(_ -> "" + ALPHABET.charAt(random.nextInt(ALPHABET.length())))
          .collect(Collectors.joining());
    }
    StringBuilder text = new StringBuilder(random.nextBoolean() ? BOOKS_DERIVED : BOOKS_TRACED);
    for (int i = 0; i <= random.nextInt(3); i++) {
      text.setCharAt(
          random.nextInt(text.length()), ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static Solution solution(String text) {
    Draft draft = new CompactStyle().readSolution(BOOKS, text);
    return new Solution(
        SolutionId.parse("0197f0a1-0000-7000-8000-000000000001/0/0"),
        text,
        draft.steps(),
        draft.answer(),
        text.length());
  }
}
