// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.answer;

import static dev.assay.reasoning.answer.AnswerEquality.Judgement.EQUAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reasoning.answer.AnswerEquality.Judgement;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NumericEqualityTests {

  private final NumericEquality equality = new NumericEquality();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          24        | 24         | EQUAL
          24        | +24        | EQUAL
          24        | 24.0       | EQUAL
          24        | 24.000     | EQUAL
          24.0      | 24.00      | EQUAL
          24        | 024        | EQUAL
          24        | 0024.0     | EQUAL
          " 24 "    | 24         | EQUAL
          "24\\n"   | 24         | EQUAL
          -24       | -24        | EQUAL
          -24       | −24        | EQUAL
          −24.0     | -24        | EQUAL
          0         | -0         | EQUAL
          0         | +0         | EQUAL
          0         | −0.0       | EQUAL
          0         | 0.000      | EQUAL
          0.5       | 0.50       | EQUAL
          -0.5      | −00.5      | EQUAL
          1,024     | 1024       | EQUAL
          1,024.0   | 1024       | EQUAL
          -1,024    | -1024      | EQUAL
          +1,024    | 1024       | EQUAL
          1,000,000 | 1000000    | EQUAL
          12,345,678.90 | 12345678.9 | EQUAL
          9007199254740993 | 9007199254740993 | EQUAL
          0.1       | 0.1000000000000000000000 | EQUAL
          24        | 25         | DIFFERENT
          24        | -24        | DIFFERENT
          24        | −24        | DIFFERENT
          24        | 24.5       | DIFFERENT
          24        | 24.0000001 | DIFFERENT
          24        | 240        | DIFFERENT
          24        | 2.4        | DIFFERENT
          24        | 42         | DIFFERENT
          0         | 1          | DIFFERENT
          0         | -1         | DIFFERENT
          0         | 0.0000000000000000000000001 | DIFFERENT
          1,024     | 1.024      | DIFFERENT
          1,024     | 1025       | DIFFERENT
          1,000     | 1          | DIFFERENT
          9007199254740993 | 9007199254740992 | DIFFERENT
          0.1       | 0.10000000000000001 | DIFFERENT
          100000000000000000000 | 100000000000000000001 | DIFFERENT
          yes       | yes        | EQUAL
          " yes "   | yes        | EQUAL
          1/2       | 1/2        | EQUAL
          x + 1     | x + 1      | EQUAL
          ""        | ""         | EQUAL
          yes       | no         | UNKNOWN
          yes       | Yes        | UNKNOWN
          24        | twenty-four | UNKNOWN
          24        | 24 apples  | UNKNOWN
          24        | $24        | UNKNOWN
          24        | 24%        | UNKNOWN
          24        | #24        | UNKNOWN
          24        | 24.        | UNKNOWN
          0.5       | .5         | UNKNOWN
          0.5       | 1/2        | UNKNOWN
          0.5       | 50%        | UNKNOWN
          1024      | 1,02,4     | UNKNOWN
          1024      | 10,24      | UNKNOWN
          1024      | 1,024,     | UNKNOWN
          1024      | ,1024      | UNKNOWN
          1024      | 1 024      | UNKNOWN
          1000      | 1e3        | UNKNOWN
          16        | 0x10       | UNKNOWN
          24        | --24       | UNKNOWN
          24        | +-24       | UNKNOWN
          24        | - 24       | UNKNOWN
          24        | 2 4        | UNKNOWN
          24        | 24 24      | UNKNOWN
          24        | 24.0.0     | UNKNOWN
          24        | ٢٤         | UNKNOWN
          24        | ２４        | UNKNOWN
          NaN       | Infinity   | UNKNOWN
          24        | NaN        | UNKNOWN
          24        | ""         | UNKNOWN
          24        | +          | UNKNOWN
          24        | 24L        | UNKNOWN
          24        | 24f        | UNKNOWN
          """)
  void answersAreComparedAsTheyAreWritten(String one, String other, Judgement expected) {
    String left = one.replace("\\n", "\n");

    assertThat(equality.compare(left, other)).isEqualTo(expected);
    assertThat(equality.compare(other, left)).as("the other way round").isEqualTo(expected);
  }

  @Test
  void moreDigitsThanANumberMayHaveAreComparedAsText() {
    String digits = "7".repeat(101);

    assertThat(equality.compare(digits, digits)).isEqualTo(EQUAL);
    assertThat(equality.compare(digits, digits + ".0")).isEqualTo(Judgement.UNKNOWN);
    assertThat(equality.compare(digits, "8".repeat(101))).isEqualTo(Judgement.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "0", "1,000", ",", ".", "1.", "-", "+", " ", "e9", "\u2212", "a"})
  void aMillionCharactersCostNoMoreThanAGlance(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());

    for (int i = 0; i < 20; i++) {
      assertThat(equality.compare(text, "24")).isEqualTo(Judgement.UNKNOWN);
      assertThat(equality.compare("24", text + "!")).isEqualTo(Judgement.UNKNOWN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e-999999999", "1e2147483648", "0e999999999"})
  void anExponentIsNeverWorkedOut(String text) {
    assertThat(equality.compare(text, "1")).isEqualTo(Judgement.UNKNOWN);
    assertThat(equality.compare(text, text)).isEqualTo(EQUAL);
  }

  @Test
  void anyTwoStringsAreComparedAlikeBothWaysAndWithThemselves() {
    Random random = new Random(42);

    for (int i = 0; i < 2_000; i++) {
      String one = random(random);
      String other = random(random);

      assertThat(equality.compare(one, one)).isEqualTo(EQUAL);
      assertThat(equality.compare(one, other)).isEqualTo(equality.compare(other, one));
    }
  }

  private static String random(Random random) {
    String alphabet = random.nextBoolean() ? "0123,.-+" : "0123456789,.-+eE \u2212\u0664/%x";
    return IntStream.range(0, random.nextInt(7))
        .mapToObj(_ -> "" + alphabet.charAt(random.nextInt(alphabet.length())))
        .collect(Collectors.joining());
  }
}
