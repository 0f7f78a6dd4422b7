// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTests {

  @ParameterizedTest
  @CsvSource({
    "((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =, 24",
    "((-9 * -5 - 6 + -2) - (-8 - -6 * -3 * 1)) =, 63",
    "((6 * -6 * 8 * 1) * (-1 * 7 * -6 + -2)) =, -11520",
    "1 - 2 - 3, -4",
    "2 - -3 * 4, 14",
    "-(2 + 3) * 2, -10",
    "0, 0"
  })
  void evaluates(String text, String value) {
    assertThat(Expression.evaluate(text)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 +", "(1", "1)", "a", "1 2 /", "()", "="})
  void whatIsNoExpressionIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Expression.evaluate(text));
  }

  @Test
  void valuesBeyondLongAreExact() {
    assertThat(Expression.evaluate("9999999999 * 9999999999 * 9999999999"))
        .hasToString("999999999700000000029999999999");
  }
}
