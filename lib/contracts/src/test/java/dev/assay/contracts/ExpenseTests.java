// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sums of money are exact, and say what is not in them. */
class ExpenseTests {

  private static final Usage PRICED = priced("EUR", "0.1");
  private static final Usage UNPRICED = new Usage(2, 10, 5, 100);

  @Test
  void tenthsAddUpToTheirSum() {
    Usage ten = Stream.generate(() -> PRICED).limit(10).reduce(Usage.NONE, Usage::plus);

    assertThat(ten.cost()).isEqualTo(Expense.of("EUR", new BigDecimal("1.00")));
    assertThat(Json.mapper().writeValueAsString(ten.cost())).isEqualTo("{\"amounts\":{\"EUR\":1}}");
  }

  @Test
  void whatHasNoPriceIsCountedAndNotFree() {
    assertThat(UNPRICED.plus(UNPRICED).cost()).isNull();
    assertThat(PRICED.plus(UNPRICED)).isEqualTo(UNPRICED.plus(PRICED));
    assertThat(PRICED.plus(UNPRICED).plus(UNPRICED).cost())
        .isEqualTo(new Expense(Map.of("EUR", new BigDecimal("0.1")), 4));
    assertThat(PRICED.plus(Usage.NONE).cost()).isEqualTo(PRICED.cost());
  }

  @Test
  void currenciesStayApart() {
    assertThat(PRICED.plus(priced("USD", "0.20")).cost())
        .isEqualTo(
            new Expense(Map.of("USD", new BigDecimal("0.2"), "EUR", new BigDecimal("0.1")), null));
  }

  @Test
  void whatIsNoMoneyIsRefused() {
    for (String amount : new String[] {"-1", "1e999999999", "1e-999999999"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> priced("EUR", amount));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> priced("euro", "1"))
        .withMessageContaining("expected: a code of ISO 4217");
  }

  private static Usage priced(String currency, String amount) {
    return new Usage(1, 10, 5, 100, Expense.of(currency, new BigDecimal(amount)));
  }
}
