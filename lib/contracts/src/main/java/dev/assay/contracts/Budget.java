// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a problem may cost. It is looked at before a call is bought; what cannot be known before,
 * tokens and money, is reckoned by what calls have cost so far.
 *
 * @param calls of models, 1 to 100,000; null for no limit
 * @param tokens read and generated, 1 to 10^12; null for no limit
 * @param cost in money; null for no limit
 */
public record Budget(@Nullable Integer calls, @Nullable Long tokens, @Nullable Cost cost) {

  private static final int MOST_CALLS = 100_000;
  private static final long MOST_TOKENS = 1_000_000_000_000L;
  private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000_000);

  public Budget {
    if (calls != null) {
      ValueRange.requireBetween(calls, 1, MOST_CALLS, "budget.calls");
    }
    if (tokens != null) {
      ValueRange.requireBetween(tokens, 1, MOST_TOKENS, "budget.tokens");
    }
  }

  /** Of calls alone. */
  public static Budget ofCalls(int calls) {
    return new Budget(calls, null, null);
  }

  /**
   * An amount of money.
   *
   * @param amount above 0, at most 10^9
   * @param currency its code by ISO 4217
   */
  public record Cost(BigDecimal amount, String currency) {
    public Cost {
      Objects.requireNonNull(amount, "amount");
      requireKnown(currency);
      // Its digits first: to write, or to compare, a number like 1e999999999 takes for ever.
      if (amount.precision() > 30
          || Math.abs((long) amount.scale()) > 30
          || amount.signum() <= 0
          || amount.compareTo(MOST_MONEY) > 0) {
        throw new IllegalArgumentException(
            "budget.cost.amount: not an amount of money (expected: above 0, at most 10^9, of at"
                + " most 30 digits)");
      }
      amount = Expense.plain(amount);
    }

    private static void requireKnown(String currency) {
      Objects.requireNonNull(currency, "currency");
      boolean known =
          Currency.getAvailableCurrencies().stream()
              .anyMatch(each -> each.getCurrencyCode().equals(currency));
      if (!known) {
        throw new IllegalArgumentException(
            "budget.cost.currency: %s (expected: a code of ISO 4217, such as EUR)"
                .formatted(currency));
      }
    }

    @Override
    public String toString() {
      return amount.toPlainString() + " " + currency;
    }
  }

  /** Whether nothing of it is left after this was spent. */
  public boolean spent(Usage usage) {
    return (calls != null && usage.calls() >= calls)
        || (tokens != null && usage.totalTokens() >= tokens)
        || left(usage).filter(left -> left.signum() <= 0).isPresent();
  }

  /** How many tokens are left after this was spent; {@link Long#MAX_VALUE} without a limit. */
  public long tokensLeft(Usage usage) {
    return tokens == null ? Long.MAX_VALUE : Math.max(0, tokens - usage.totalTokens());
  }

  /**
   * How much money is left after this was spent; empty without a limit. Calls that have no price in
   * the currency leave nothing: nobody knows what they cost.
   */
  public Optional<BigDecimal> left(Usage usage) {
    if (cost == null) {
      return Optional.empty();
    }
    return Optional.of(
        priced(usage) ? cost.amount().subtract(paid(usage, cost.currency())) : BigDecimal.ZERO);
  }

  /** Whether all of this has a price in the budget's currency, where it has one. */
  public boolean priced(Usage usage) {
    if (cost == null || usage.calls() == 0) {
      return true;
    }
    Expense expense = usage.cost();
    return expense != null
        && !expense.partial()
        && expense.amounts().keySet().stream().allMatch(cost.currency()::equals);
  }

  private static BigDecimal paid(Usage usage, String currency) {
    Expense expense = usage.cost();
    return expense == null
        ? BigDecimal.ZERO
        : expense.amounts().getOrDefault(currency, BigDecimal.ZERO);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, calls == null ? null : calls + " calls");
    append(text, tokens == null ? null : tokens + " tokens");
    append(text, cost == null ? null : cost.toString());
    return text.toString();
  }

  private static void append(StringBuilder text, @Nullable String part) {
    if (part != null) {
      text.append(text.isEmpty() ? "" : ", ").append(part);
    }
  }
}
