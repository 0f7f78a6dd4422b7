// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.math.Formula;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DerivationTests {

  // Letters a to p name the lines before the answer.
  private static final int LETTERS = 16;

  @Test
  void groupsComeFirstAndProductsBeforeSums() {
    assertThat(lines("(-1+2+9*5)-(-2+-4+-4*-7)"))
        .containsExactly(
            "9*5=45", "-1+2=1", "1+45=46", "-4*-7=28", "-2+-4=-6", "-6+28=22", "46-22=24", "#24");
  }

  @Test
  void everyOperatorIsTakenFromTheLeft() {
    assertThat(lines("(1*2*3*4)+(1-2-3*4)"))
        .containsExactly(
            "1*2=2", "2*3=6", "6*4=24", "3*4=12", "1-2=-1", "-1-12=-13", "24+-13=11", "#11");
  }

  @Test
  void aProductOfLargeNumbersIsSpelledOutInMagnitudes() {
    assertThat(lines("(9*5+1+0)*(-8*3+1+1)"))
        .endsWith("46*2=92", "46*20=920", "92+920=1012", "46*-22=-1012", "#-1012");
  }

  @Test
  void theShorterNumberIsTheMultiplier() {
    assertThat(lines("(4*3+0+0)*(9*9*4+1)"))
        .endsWith("325*2=650", "325*10=3250", "650+3250=3900", "12*325=3900", "#3900");
  }

  @Test
  void zerosOfTheMultiplierHaveNoLine() {
    assertThat(lines("(6*9*2+0)*(6*9*2+0)"))
        .endsWith("108*8=864", "108*100=10800", "864+10800=11664", "108*108=11664", "#11664");
    assertThat(lines("(5*4+0+0)*(9*9*4+1)")).endsWith("324+1=325", "20*325=6500", "#6500");
  }

  @Test
  void theLongestOfAllStillHasLettersForItsLines() {
    assertThat(lines("(9*9*9*9)*(9*9*9*9)"))
        .hasSize(6 + 4 + 3 + 1 + 1)
        .endsWith("6561*6561=43046721", "#43046721");
  }

  @Test
  void everyLineIsTrueAndTheLastIsTheValue() {
    SplittableRandom random = new SplittableRandom(5);

    for (int i = 0; i < 1_000; i++) {
      ArithmeticProblem problem = ArithmeticProblem.random(random);
      List<String> lines = Derivation.of(problem);

      assertThat(lines.getLast()).isEqualTo("#" + problem.value());
      assertThat(lines).hasSizeLessThanOrEqualTo(LETTERS + 1);
      assertThat(lines.subList(0, lines.size() - 1)).allMatch(DerivationTests::isTrue);
    }
  }

  private static boolean isTrue(String line) {
    String[] sides = line.split("=");
    return Formula.parse(sides[0])
        .flatMap(Formula::value)
        .equals(Formula.parse(sides[1]).flatMap(Formula::value));
  }

  private static List<String> lines(String problem) {
    return Derivation.of(ArithmeticProblem.parse(problem));
  }
}
