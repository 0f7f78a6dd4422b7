// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.QuestionKind;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.prompts.Draft;
import dev.assay.prompts.ProtocolFixture;
import dev.assay.text.PlainText;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CompactProtocolTests {

  private static final String QUESTION = "((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =";
  private static final String COMPACT = "(-1+2+9*5)-(-2+-4+-4*-7)";
  private static final String RIGHT =
      "a9*5=45b-1+2=1c1+45=46d-4*-7=28e-2+-4=-6f-6+28=22g46-22=24#24";
  private static final String WRONG =
      "a9*5=45b-1+2=1c1+45=47d-4*-7=28e-2+-4=-6f-6+28=22g47-22=25#25";

  /** {@link #RIGHT} as the model writes it. */
  private static final String WRITTEN =
      "a9*5=54b-1+2=1c1+54=64d-4*-7=82e-2+-4=-6f-6+82=22g64-22=42#42";

  private final ProtocolFixture style = ProtocolFixture.of(new CompactProtocol());

  @Test
  void aQuestionOfTheGrammarMayBeAsked() {
    assertThat(style.refusal(QUESTION)).isEmpty();
    assertThat(new CompactProtocol().kind(QUESTION))
        .hasValue(new QuestionKind("multistep_arithmetic"));
    assertThat(new CompactProtocol().kind("What is the capital of France?")).isEmpty();
    assertThat(style.solve(QUESTION)).isEqualTo("S" + COMPACT + ">");
  }

  @Test
  void anotherQuestionIsRefusedWithAnExampleThatIsNot() {
    String refusal = style.refusal("What is the capital of France?").orElseThrow();

    String example = refusal.replaceFirst(".*?such as ", "").replaceFirst("; or .*", "");
    assertThat(style.refusal(example)).isEmpty();
    assertThatThrownBy(() -> style.solve("What is the capital of France?"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("France");
  }

  @Test
  void aSolutionIsItsLinesAndItsAnswer() {
    Draft draft = style.readSolution(QUESTION, WRITTEN);

    assertThat(draft.text()).isEqualTo(RIGHT);
    assertThat(draft.steps()).hasSize(8).startsWith("9*5=45").endsWith("46-22=24", "#24");
    assertThat(draft.answer()).isEqualTo("24");
  }

  @Test
  void aSolutionThatBreaksOffHasNoAnswer() {
    assertThat(style.readSolution(QUESTION, "a9*5=54b-1+2=").answer()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a1+1=2",
        "a1+1=2#",
        "a1+1=2#-",
        "a1+1=2#2#",
        "a1+1=2#2b",
        "a1+1=2#2y",
        "a1+1=2#2.5",
        "a1+1=2#+2",
        "a1+1=2#2 ",
        "a1+1=2#--2",
        "a1+1=2#1234567890123456789",
        "a1+1=2#\u0662",
      })
  void anAnswerThatIsNoIntegerOrNotAtTheEndIsNone(String text) {
    assertThat(style.readSolution(QUESTION, text).answer()).isNull();
  }

  @Test
  void aDraftKeepsWhatIsNoLineInItsText() {
    Draft draft = style.readSolution(QUESTION, "??" + WRITTEN);

    assertThat(draft.text()).isEqualTo("??" + RIGHT);
    assertThat(draft.steps()).hasSize(8);
  }

  @Test
  void theCriticIsNotShownTheClaimedLines() {
    assertThat(style.criticise(QUESTION, solution(WRONG))).isEqualTo(style.solve(QUESTION));
  }

  @Test
  void linesThatAgreeAreSound() {
    assertThat(style.readCritique(QUESTION, solution(RIGHT), WRITTEN)).hasValue(new Sound());
  }

  @Test
  void theFirstLineThatDiffersIsTheFirstErrorAndItsDerivationTheSuggestion() {
    assertThat(style.readCritique(QUESTION, solution(WRONG), WRITTEN))
        .hasValueSatisfying(
            critique -> {
              Flawed flawed = (Flawed) critique;
              assertThat(flawed.firstError()).isEqualTo(2);
              assertThat(flawed.why()).contains("1+45=47").contains("1+45=46");
              assertThat(flawed.suggestion()).isEqualTo("1+45=46");
            });
  }

  @Test
  void aCriticThatStopsBehindTheWrongLineHasJudged() {
    assertThat(style.readCritique(QUESTION, solution(WRONG), "a9*5=54b-1+2=1c1+54=64d"))
        .hasValueSatisfying(critique -> assertThat(((Flawed) critique).firstError()).isEqualTo(2));
  }

  @Test
  void aDerivationThatAgreesAndBreaksOffHasNotJudged() {
    assertThat(style.readCritique(QUESTION, solution(RIGHT), "a9*5=54b-1+2=1c")).isEmpty();
    // Not even if the solution breaks off at the same place.
    assertThat(style.readCritique(QUESTION, solution("a9*5=45b-1+2=1"), "a9*5=54b-1+2=1"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 7, 8, 12, 13, 14, 20, 22})
  void aLineCutInTheMiddleIsNotADifferentLine(int characters) {
    String cut = WRITTEN.substring(0, characters);

    assertThat(style.readCritique(QUESTION, solution(RIGHT), cut)).isEmpty();
    // The last line may lack the end of a number, and so must not become a suggestion.
    assertThat(style.readCritique(QUESTION, solution("a9*5=45b-1+2=1c2+45=47d"), cut)).isEmpty();
  }

  @Test
  void anAnswerCutInTheMiddleIsNotADifferentAnswer() {
    assertThat(style.readCritique(QUESTION, solution(RIGHT), WRITTEN.replace("#42", "#")))
        .isEmpty();
    assertThat(style.readCritique(QUESTION, solution(RIGHT), WRITTEN.replace("#42", "#4")))
        .isEmpty();
    assertThat(style.readCritique(QUESTION, solution(RIGHT), WRITTEN.replace("#42", "#43")))
        .isPresent();
  }

  @Test
  void aWholeAnswerThatBeginsAWrongOneConvictsIt() {
    String wrong = RIGHT.replace("#24", "#124");

    assertThat(style.readCritique(QUESTION, solution(wrong), WRITTEN))
        .hasValueSatisfying(
            critique -> assertThat(((Flawed) critique).suggestion()).isEqualTo("#24"));
  }

  @Test
  void aMissingLineIsAnErrorBehindTheLast() {
    assertThat(style.readCritique(QUESTION, solution("a9*5=45"), WRITTEN))
        .hasValueSatisfying(
            critique -> {
              assertThat(((Flawed) critique).firstError()).isEqualTo(1);
              assertThat(((Flawed) critique).suggestion()).isEqualTo("-1+2=1");
            });
  }

  @Test
  void anAnswerTooEarlyIsTheErrorThere() {
    assertThat(style.readCritique(QUESTION, solution("a9*5=45#45"), WRITTEN))
        .hasValueSatisfying(critique -> assertThat(((Flawed) critique).firstError()).isEqualTo(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "y",
        "n",
        "yes",
        "no",
        "#24",
        "#25y",
        "=",
        "a=",
        "a=b=c=",
        "a9*5",
        "a9*5=",
        "a=45",
        "a==",
        "a9*5=forty-five",
        "a9**5=45",
        "a9*5=4 5",
        "a?=!",
        "I cannot tell. y=y",
        "hello a9*5=45",
        "\u0000a=\uFFFF",
        "a\u0669*5=45",
      })
  void aReplyThatIsNoDerivationIsNoJudgement(String reply) {
    assertThat(style.readCritique(QUESTION, solution(WRONG), reply)).isEmpty();
    assertThat(style.readVerdict(QUESTION, solution(WRONG), reply)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=#24", "a=", "", "hello #24", "b=c=#1"})
  void garbageThatAgreesWithGarbageIsNotCorrect(String text) {
    assertThat(style.readVerdict(QUESTION, solution(text), text)).isEmpty();
    assertThat(style.readCritique(QUESTION, solution(text), text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\u2028", " "})
  void whitespaceAtTheEndIsNoDifference(String end) {
    assertThat(style.readCritique(QUESTION, solution(RIGHT), WRITTEN + end)).hasValue(new Sound());
  }

  @Test
  void aRefinementStartsFromTheGoodLinesAndTheSuggestion() {
    Flawed flawed = new Flawed(2, "1+45 is not 47", "1+45=46");

    assertThat(style.refine(QUESTION, solution(WRONG), flawed))
        .isEqualTo("S" + COMPACT + ">a9*5=54b-1+2=1c1+54=64");
    assertThat(
            style.readRefinement(
                QUESTION, solution(WRONG), flawed, "d-4*-7=82e-2+-4=-6f-6+82=22g64-22=42#42"))
        .isEqualTo(style.readSolution(QUESTION, WRITTEN));
  }

  @Test
  void withoutASuggestionTheWrongLineIsLeftToTheModel() {
    Flawed flawed = new Flawed(2, "1+45 is not 47", null);

    assertThat(style.refine(QUESTION, solution(WRONG), flawed)).endsWith(">a9*5=54b-1+2=1");
    assertThat(style.readRefinement(QUESTION, solution(WRONG), flawed, "c1+54=64#64").answer())
        .isEqualTo("46");
  }

  @Test
  void aWrongAnswerIsReplacedByTheSuggestedOne() {
    Solution solution = solution(RIGHT.replace("#24", "#23"));
    Flawed flawed = new Flawed(7, "23 is not 24", "#24");

    assertThat(style.readRefinement(QUESTION, solution, flawed, "").answer()).isEqualTo("24");
  }

  @Test
  void readersBearAnyString() {
    Random random = new Random(20_261_124);

    for (int i = 0; i < 2_000; i++) {
      String claimed = random(random);
      String reply = random(random);

      assertThat(style.readSolution(QUESTION, reply).text())
          .isEqualTo(UnitsFirst.flipped(PlainText.of(reply)));
      style.readCritique(QUESTION, solution(claimed), reply);
      style.readVerdict(QUESTION, solution(claimed), reply);
      Flawed flawed = new Flawed(random.nextInt(100), "why", random.nextBoolean() ? null : claimed);
      style.refine(QUESTION, solution(claimed), flawed);
      style.readRefinement(QUESTION, solution(claimed), flawed, reply);
    }
  }

  /**
   * The reading of a random reply is checked by a second reader, written differently: a judgement
   * needs well-formed lines up to, and including, the one that decides.
   */
  @Test
  void garbageIsNeverAJudgement() {
    Random random = new Random(25);
    int judgements = 0;

    for (int i = 0; i < 2_000; i++) {
      String reply = random(random);
      var critique = style.readCritique(QUESTION, solution(RIGHT), reply);

      if (critique.isPresent()) {
        judgements++;
        int decides = critique.get() instanceof Flawed flawed ? flawed.firstError() : 7;
        assertThat(reply.split("(?=[a-p#])"))
            .as("the reply %s", reply)
            .filteredOn(line -> line.strip().matches("[a-p].*\\d=-?\\d+|#-?\\d+"))
            .hasSizeGreaterThan(decides);
      }
    }

    // Judging nothing at all would pass the above: mutants of a derivation are judged.
    assertThat(judgements).isBetween(50, 1_000);
  }

  @Test
  void derivationsWithOneDigitChangedAreFoundOutAtThatLine() {
    Random random = new Random(5);

    for (int i = 0; i < 500; i++) {
      int at = random.nextInt(RIGHT.length());
      if (!Character.isDigit(RIGHT.charAt(at))) {
        continue;
      }
      char other = (char) ('0' + (RIGHT.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
      String mutant = RIGHT.substring(0, at) + other + RIGHT.substring(at + 1);
      int line =
          (int) RIGHT.substring(0, at + 1).chars().filter(CompactProtocolTests::opens).count();

      assertThat(style.readCritique(QUESTION, solution(mutant), WRITTEN))
          .hasValueSatisfying(
              critique -> assertThat(((Flawed) critique).firstError()).isEqualTo(line - 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "#", "y", "=", "1", "a1+1=2", "a1+", "-", "\n"})
  void aMillionCharactersAreReadInGoodTime(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    Solution solution = solution(text);

    assertThat(style.readSolution(QUESTION, text).answer()).isNull();
    assertThat(style.readVerdict(QUESTION, solution(RIGHT), text)).isNotEqualTo(new Correct(1));
    assertThat(style.readVerdict(QUESTION, solution, text).filter(Correct.class::isInstance))
        .isEmpty();
    assertThat(style.readCritique(QUESTION, solution, text).filter(Sound.class::isInstance))
        .isEmpty();
  }

  private static boolean opens(int character) {
    return character == '#' || character >= 'a' && character <= 'p';
  }

  /** A third from the model's alphabet, a third from beyond, a third mutants of a derivation. */
  private static String random(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> letters(random, "SVCRD>.#=+-*()yn!?;0123456789abcdefghijklmop");
      case 1 ->
          random
              .ints(random.nextInt(80), 0, 0x10000)
              .mapToObj(c -> "" + (char) c)
              .collect(Collectors.joining());
      default -> mutant(random);
    };
  }

  private static String letters(Random random, String alphabet) {
    return IntStream.range(0, random.nextInt(120))
        .mapToObj(_ -> "" + alphabet.charAt(random.nextInt(alphabet.length())))
        .collect(Collectors.joining());
  }

  private static String mutant(Random random) {
    StringBuilder text = new StringBuilder(WRITTEN);
    for (int i = 0; i <= random.nextInt(4); i++) {
      text.setCharAt(
          random.nextInt(text.length()), "#=+-*yn?0123456789abcdefp ".charAt(random.nextInt(26)));
    }
    return text.substring(0, 1 + random.nextInt(text.length()));
  }

  private static Solution solution(String text) {
    Draft draft =
        ProtocolFixture.of(new CompactProtocol()).readSolution(QUESTION, UnitsFirst.flipped(text));
    return new Solution(
        SolutionId.parse("0197f0a1-0000-7000-8000-000000000001/0/0"),
        text,
        draft.steps(),
        draft.answer(),
        text.length());
  }
}
