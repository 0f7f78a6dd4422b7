// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class IdentityTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          (x-1)(x+1)                   ; x^2-1                 ; HOLDS
          (x-1)(x+1)                   ; x^2+1                 ; FAILS
          (x+y)^{20}                   ; (x+y)^{10}(x+y)^{10}  ; HOLDS
          (x+1)^{50}                   ; (x+1)^{50} + 10^{-9}  ; FAILS
          \\sqrt{x^2}                  ; x                     ; FAILS
          \\sqrt{x^2}                  ; |x|                   ; HOLDS
          \\sqrt{2}\\sqrt{3}           ; \\sqrt{6}             ; HOLDS
          \\sqrt[3]{2+\\sqrt5}+\\sqrt[3]{2-\\sqrt5} ; 1        ; HOLDS
          e^{\\pi}                     ; \\pi^e                ; FAILS
          e^{\\pi\\sqrt{163}}          ; 262537412640768744    ; FAILS
          \\ln(1+10^{-30})             ; 10^{-30}              ; FAILS
          4\\arctan\\frac{1}{5}-\\arctan\\frac{1}{239} ; \\frac{\\pi}{4} ; HOLDS
          \\sin\\frac{\\pi}{5}         ; \\sqrt{\\frac{5-\\sqrt5}{8}} ; HOLDS
          \\sin(10^{12})               ; \\sin(10^{12}+1)      ; FAILS
          \\tan\\frac{\\pi}{2}         ; 1                     ; OPEN
          \\ln(-1)                     ; 1                     ; OPEN
          \\log x                      ; \\ln x                ; OPEN
          \\log x + \\log y            ; \\log(xy)             ; HOLDS
          \\frac{x}{x}                 ; 1                     ; HOLDS
          \\frac{1}{x-x}               ; 1                     ; OPEN
          \\lfloor \\pi \\rfloor       ; 3                     ; HOLDS
          9^{9^{9}}x                   ; x                     ; OPEN
          x_1                          ; x_2                   ; FAILS
          """)
  void formulasAreComparedByValue(String one, String other, Identity expected) {
    assertThat(Identity.of(formula(one), formula(other))).isEqualTo(expected);
    assertThat(Identity.of(formula(other), formula(one))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "x-2y, 2x-4y, false, HOLDS",
    "x-2y, -x+2y, false, HOLDS",
    "x-2y, -x+2y, true,  FAILS",
    "x-2y, 2x-4y, true,  HOLDS",
    "x-2y, x-3y,  false, FAILS",
    "x-2y, 0,     false, OPEN",
    "x-2y, 1/0,   false, OPEN"
  })
  void multiplesVanishAtTheSamePlaces(
      String one, String other, boolean positive, Identity expected) {
    assertThat(Identity.ofMultiples(formula(one), formula(other), positive)).isEqualTo(expected);
  }

  @Test
  void aPlusMinusSignIsTwoFormulas() {
    assertThat(formula("1 \\pm \\sqrt{2}").values())
        .extracting(Formula::approximation)
        .extracting(each -> Math.round(each.orElseThrow() * 1000))
        .containsExactly(2414L, -414L);
    assertThat(formula("\\pm 1 \\pm 2").values()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2x+3y-1, true",
    "x/2, true",
    "\\sqrt{2}x, true",
    "xy, false",
    "x^2, false",
    "1/x, false",
    "5, false",
    "\\sin x, false"
  })
  void aFormulaIsLinearAsItIsWritten(String text, boolean linear) {
    assertThat(formula(text).isLinear()).isEqualTo(linear);
  }

  @Test
  void aLongSumIsADeepTreeThatEveryReaderSurvives() {
    Formula sum = formula("x" + "+x".repeat(240));

    assertThat(sum.isLinear()).isTrue();
    assertThat(Identity.of(sum, formula("241x"))).isEqualTo(Identity.HOLDS);
  }

  private static Formula formula(String text) {
    return Formula.parse(text).orElseThrow(() -> new AssertionError("no formula: " + text));
  }
}
