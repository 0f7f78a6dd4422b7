// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(ArithmeticQuestion.compact(question)).hasValue(COMPACT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "-", "*"})
  void everyOperatorMayStandAnywhere(String operator) {
    String question = "(1 % -2 % 3 % -4) % (5 % 6 % 7 % 8)".replace("%", operator);

    assertThat(ArithmeticQuestion.compact(question)).hasValue(question.replace(" ", ""));
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
    assertThat(ArithmeticQuestion.compact(question)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "((", "1", " ", "(1+2+3+4)*", "=", "\u0000", "a", "\n", "="})
  void aMillionCharactersAreRefusedAtAGlance(String piece) {
    assertThat(ArithmeticQuestion.compact(piece.repeat(1_000_000 / piece.length()))).isEmpty();
  }

  @Test
  void aQuestionBehindAMillionSpacesIsRefusedToo() {
    assertThat(ArithmeticQuestion.compact(" ".repeat(1_000_000) + COMPACT)).isEmpty();
  }

  @Test
  void whatIsAcceptedIsOfTheGrammarAndStaysItself() {
    Random random = new Random(7);

    for (int i = 0; i < 2_000; i++) {
      String text = shuffled(random);

      ArithmeticQuestion.compact(text)
          .ifPresent(
              compact -> {
                assertThat(compact).matches("\\([-+*0-9]{7,11}\\)[-+*]\\([-+*0-9]{7,11}\\)");
                assertThat(ArithmeticQuestion.compact(compact)).hasValue(compact);
              });
    }
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
