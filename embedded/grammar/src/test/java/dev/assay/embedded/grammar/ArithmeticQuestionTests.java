// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ArithmeticQuestionTests {

  private static final String COMPACT = "(-1+2+9*5)-(-2+-4+-4*-7)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =",
        "((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) = ?",
        "((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =?",
        "((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7))",
        "(-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7) =",
        "(-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)",
        "(-1+2+9*5)-(-2+-4+-4*-7)",
        "((-1+2+9*5)-(-2+-4+-4*-7))=",
        "  ( ( - 1 + 2 + 9 * 5 )\t-\n( -2 + -4 + -4 * -7 ) )  =\r\n",
      })
  void spellingsOfOneQuestionAreOne(String question) {
    assertThat(compact(question)).hasValue(COMPACT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "-", "*"})
  void everyOperatorMayStandAnywhere(String operator) {
    String question = "(1 % -2 % 3 % -4) % (5 % 6 % 7 % 8)".replace("%", operator);

    assertThat(compact(question)).hasValue(question.replace(" ", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "=",
        "=?",
        "()",
        "(())",
        "What is the capital of France?",
        "1 + 1 =",
        "(1+2+3+4)",
        // One group, three groups.
        "((1+2+3+4)) =",
        "((1+2+3+4)*(1+2+3+4)*(1+2+3+4)) =",
        // Too few numbers and too many.
        "((1+2+3)*(1+2+3)) =",
        "((1+2+3+4+5)*(1+2+3+4+5)) =",
        // Deeper.
        "(((1+2)+3+4)*(1+2+3+4)) =",
        "(((1+2+3+4)*(1+2+3+4))) =",
        "((((1+2+3+4))*((1+2+3+4)))) =",
        // Numbers of two digits, of other alphabets, and fractions.
        "((10+2+3+4)*(1+2+3+4)) =",
        "((1+2+3+4)*(1+2+3+-44)) =",
        "((1.5+2+3+4)*(1+2+3+4)) =",
        "((\u0661+2+3+4)*(1+2+3+4)) =",
        // Other operators and signs.
        "((1/2+3+4)*(1+2+3+4)) =",
        "((1+2+3+4)/(1+2+3+4)) =",
        "((+1+2+3+4)*(1+2+3+4)) =",
        "((--1+2+3+4)*(1+2+3+4)) =",
        "((1++2+3+4)*(1+2+3+4)) =",
        "((1\u00D72+3+4)*(1+2+3+4)) =",
        "(1+2+3+4)(1+2+3+4)",
        // Brackets that do not meet.
        "((1+2+3+4)*(1+2+3+4) =",
        "(1+2+3+4)*(1+2+3+4)) =",
        // More than a question.
        "Compute ((1+2+3+4)*(1+2+3+4)) =",
        "((1+2+3+4)*(1+2+3+4)) = 100",
        "((1+2+3+4)*(1+2+3+4)) ==",
        "((1+2+3+4)*(1+2+3+4)) ??",
        "((1+2+3+4)*(1+2+3+4)) ?",
        // What would end the prompt or open another role.
        "((1+2+3+4)*(1+2+3+4))>",
        "S(1+2+3+4)*(1+2+3+4)",
        "(1+2+3+4)*(1+2+3+4).",
      })
  void otherQuestionsAreOutOfReach(String question) {
    assertThat(compact(question)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "((", "1", " ", "(1+2+3+4)*", "=", "\u0000", "a", "\n", "="})
  void aMillionCharactersAreRefusedAtAGlance(String piece) {
    assertThat(compact(piece.repeat(1_000_000 / piece.length()))).isEmpty();
  }

  @Test
  void aQuestionBehindAMillionSpacesIsRefusedToo() {
    assertThat(compact(" ".repeat(1_000_000) + COMPACT)).isEmpty();
  }

  @Test
  void whatIsAcceptedIsOfTheGrammarAndStaysItself() {
    Random random = new Random(7);

    for (int i = 0; i < 2_000; i++) {
      String text = shuffled(random);

      compact(text)
          .ifPresent(
              compact -> {
                assertThat(compact).matches("\\([-+*0-9]{7,11}\\)[-+*]\\([-+*0-9]{7,11}\\)");
                assertThat(compact(compact)).hasValue(compact);
              });
    }
  }

  @Test
  void theMirroredQuestionIsReadFromTheOtherEnd() {
    assertThat(mirrored("(1+2+3+4)+(5+6+7+8)")).isEqualTo("(8+7+6+5)+(4+3+2+1)");
    assertThat(mirrored("(1*2*3*4)*(5*6+7*8)")).isEqualTo("(8*7+6*5)*(4*3*2*1)");
  }

  @Test
  void signsThatTheOperatorsNoLongerSayMoveIntoTheNumbers() {
    assertThat(mirrored("(1-2+3*4)+(5+6-7*-8)")).isEqualTo("(8*7--6+5)+(4*3+-2--1)");
  }

  @Test
  void aDifferenceOfGroupsIsOneOfTheNegatedGroups() {
    assertThat(mirrored("(1+2+3+4)-(5+6+7+8)")).isEqualTo("(-8+-7+-6+-5)-(-4+-3+-2+-1)");
  }

  @Test
  void aMirroredQuestionIsOfTheGrammarAndHasTheSameValue() {
    Random random = new Random(8);

    for (int i = 0; i < 2_000; i++) {
      ArithmeticQuestion question = question(random);
      ArithmeticQuestion mirrored = question.mirrored();

      assertThat(ArithmeticQuestion.of(mirrored.text())).hasValue(mirrored);
      assertThat(value(mirrored)).isPresent().isEqualTo(value(question));
    }
  }

  private static Optional<Rational> value(ArithmeticQuestion question) {
    return Formula.parse(question.text()).flatMap(Formula::value);
  }

  private static ArithmeticQuestion question(Random random) {
    return new ArithmeticQuestion(
        random.ints(8, -9, 10).boxed().toList(),
        random
            .ints(7, 0, 3)
            .mapToObj(i -> "+-*".substring(i, i + 1))
            .collect(Collectors.joining()));
  }

  private static String mirrored(String question) {
    return ArithmeticQuestion.of(question).orElseThrow().mirrored().text();
  }

  private static Optional<String> compact(String question) {
    return ArithmeticQuestion.of(question).map(ArithmeticQuestion::text);
  }

  /** The question with some of its characters replaced by others of its alphabet. */
  private static String shuffled(Random random) {
    String alphabet = "()+-*=? 0123456789";
    return IntStream.range(0, COMPACT.length())
        .map(
            i ->
                random.nextInt(12) == 0
                    ? alphabet.charAt(random.nextInt(alphabet.length()))
                    : COMPACT.charAt(i))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
