// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.equality.math.Formula;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArithmeticProblemTests {

  @Test
  void everySpellingIsOneProblem() {
    ArithmeticProblem problem =
        ArithmeticProblem.parse("((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =");

    assertThat(problem.compact()).isEqualTo("(-1+2+9*5)-(-2+-4+-4*-7)");
    assertThat(ArithmeticProblem.parse(problem.compact())).isEqualTo(problem);
    assertThat(problem.value()).isEqualTo(24);
  }

  @Test
  void anotherQuestionIsRefusedWithAnExample() {
    assertThatThrownBy(() -> ArithmeticProblem.parse("1+1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1+1")
        .hasMessageContaining("such as");
  }

  @Test
  void theValueIsTheFormulas() {
    SplittableRandom random = new SplittableRandom(1);

    for (int i = 0; i < 2_000; i++) {
      ArithmeticProblem problem = ArithmeticProblem.random(random);
      String expected = Formula.parse(problem.compact()).flatMap(Formula::value).toString();

      assertThat(expected).isEqualTo("Optional[" + problem.value() + "]");
    }
  }

  @Test
  void largeProblemsHaveExactValues() {
    assertThat(ArithmeticProblem.parse("(9*9*9*9)*(9*9*-9*9)").value()).isEqualTo(-43_046_721);
  }

  @Test
  void digitsAndOperatorsAreDrawnEquallyOften() {
    SplittableRandom random = new SplittableRandom(2);
    Map<Object, Integer> drawn = new HashMap<>();
    for (int i = 0; i < 4_000; i++) {
      var question = ArithmeticProblem.random(random).question();
      question.numbers().forEach(number -> drawn.merge(number, 1, Integer::sum));
      question.operators().chars().forEach(each -> drawn.merge((char) each, 1, Integer::sum));
    }

    for (int number = -9; number <= 9; number++) {
      assertThat(drawn.get(number)).isBetween(1_500, 1_870);
    }
    for (char operator : "+-*".toCharArray()) {
      assertThat(drawn.get(operator)).isBetween(9_000, 9_670);
    }
    assertThat(drawn).hasSize(22);
  }

  @Test
  void aSeedRepeatsItself() {
    assertThat(ArithmeticProblem.random(new SplittableRandom(3)))
        .isEqualTo(ArithmeticProblem.random(new SplittableRandom(3)))
        .isNotEqualTo(ArithmeticProblem.random(new SplittableRandom(4)));
  }
}
