// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.text.Cost;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTests {

  /** Ten for each of the characters that a formula may have, and as much again to spare. */
  private static final long STEPS = 2 * 10 * 4_000;

  /** Less than a copy of the longest text would take. */
  private static final long BYTES = 1_000_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          24                          ; 24
          0.5                         ; 1/2
          .5                          ; 1/2
          007                         ; 7
          1,024                       ; 1024
          1{,}024                     ; 1024
          1\\,024                     ; 1024
          11,\\! 111,\\! 111          ; 11111111
          1,234,567.5                 ; 2469135/2
          1.2e3                       ; 1200
          1.5E-2                      ; 3/200
          1.2\\times10^3              ; 1200
          1.2 \\times 10^{-3}         ; 3/2500
          48/2                        ; 24
          12 × 3 + 4                  ; 40
          \\frac{3}{4}\\cdot 8        ; 6
          \\dfrac{3}{4} \\div 3       ; 1/4
          \\frac14                    ; 1/4
          \\frac9{19}                 ; 9/19
          \\frac 34                   ; 3/4
          2 1/2                       ; 5/2
          -2 1/2                      ; -5/2
          2\\frac{1}{2}               ; 5/2
          137 \\frac{1}{2}            ; 275/2
          2½                          ; 5/2
          50%                         ; 1/2
          50\\%                       ; 1/2
          20% * 150                   ; 30
          2^10                        ; 1024
          2**10                       ; 1024
          2^{-2}                      ; 1/4
          2^-2                        ; 1/4
          -3^2                        ; -9
          (-3)^2                      ; 9
          2^3^2                       ; 512
          8^{1/3}                     ; 2
          \\sqrt{16}                  ; 4
          \\sqrt{\\frac{9}{4}}        ; 3/2
          \\sqrt[3]{-27}              ; -3
          √144                        ; 12
          sqrt(2.25)                  ; 3/2
          5!                          ; 120
          \\binom{5}{2}               ; 10
          3(4+5)                      ; 27
          (3)(4)                      ; 12
          2[3+{4-1}]                  ; 12
          \\left(\\frac{1}{2}\\right)^2 ; 1/4
          |-3| + 1                    ; 4
          2|3-5|                      ; 4
          ||-3|-1|                    ; 2
          \\lfloor 2.7 \\rfloor       ; 2
          \\lceil -2.7 \\rceil        ; -2
          10 - -3                     ; 13
          2*-3                        ; -6
          −24                         ; -24
          ٢٤                          ; 24
          $48/2$                      ; 24
          \\(1+1\\)                   ; 2
          \\[1+1\\]                   ; 2
          204_5                       ; 54
          4210_{5}                    ; 555
          """)
  void aConstantHasItsExactValue(String text, String value) {
    assertThat(Formula.parse(text).flatMap(Formula::value)).map(Rational::toString).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "2 3",
        "1.2.3",
        "1,02,4",
        "1,234,56",
        "2 3/2",
        "2\\frac{3}{2}",
        "5x 3",
        "1/2x",
        "48/2(9+3)",
        "apples",
        "5 apples",
        "\\frac{1}",
        "\\frac{1}{2",
        "(1",
        "1)",
        "(1]",
        "{",
        "}",
        "\\",
        "x^",
        "\\sqrt",
        "\\sqrt13",
        "\\unknown{3}",
        "3 \\mod 2",
        "5 mod 3",
        "$5",
        "€5",
        "5 = 5",
        "1, 2",
        "5!!",
        "204_9999",
        "99_5",
        "1e99999",
        "sin",
        "\\sin x/2",
        "\\log_28",
        "log10(5)",
        "\\text{yes}",
        "1\\\\2",
        "0x10"
      })
  void whatIsNoFormulaOrTwoIsRefused(String text) {
    assertThat(Formula.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "2x+1",
        "\\pi",
        "\\sqrt{2}",
        "2^{1/2}",
        "(-8)^{1/3}",
        "\\sin 30^\\circ",
        "1/0",
        "0^0",
        "0^{-1}",
        "(1/2)!",
        "(-1)!",
        "\\sqrt{-4}",
        "9^{9^{9^9}}",
        "9^9^9^9",
        "1000!^{1000}",
        "99999999!",
        "2^{99999999999}",
        "1 \\pm 2",
        "e",
        "i",
        "x_1",
        "f(3)",
        "k(x+1)",
        "n(n-1)",
        "a_{12}",
        "\\log_2 8",
        "\\ln 2",
        "\\cot x",
        "\\frac{1+\\sqrt{5}}{2}",
        "xe^x",
        "2\\pi r",
        "1/2 x",
        "\\sin^2 x"
      })
  void whatIsNoRationalConstantHasNoValue(String text) {
    assertThat(Formula.parse(text))
        .isPresent()
        .get()
        .extracting(Formula::value)
        .isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(", "[", "{", "|", "\\frac{", "\\sqrt{", "-", "2^", "2^{", "1+", "9", "1/", "x_", "x_{",
        "\\sin ", "\\left(", "\\", "1,", "(1)", "!", "\\log_", "\\frac1", "5!^", "\u221a", "e^", ","
      })
  void repetitionIsReadOrRefusedWithLittleWork(String piece) {
    for (int length : new int[] {50, 900, 4_000, 100_000, 1_000_000}) {
      String text = piece.repeat(length / piece.length()) + "1";

      Cost cost = Cost.of(() -> Formula.parse(text).ifPresent(Formula::value));

      assertThat(cost.steps()).as("%s, %d long", piece, length).isLessThan(STEPS);
      assertThat(cost.bytes()).as("%s, %d long", piece, length).isLessThan(BYTES);
    }
  }

  @Test
  void aLongNumberHasItsValue() {
    String digits = "7".repeat(3_000);

    assertThat(Formula.parse(digits).flatMap(Formula::value))
        .map(Rational::toString)
        .contains(digits);
  }
}
