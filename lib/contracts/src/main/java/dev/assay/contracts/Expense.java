// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What model calls cost in money. The decimals are exact, whatever is added up; amounts in
 * different currencies stay apart, as nobody here knows what one is worth in the other.
 *
 * @param amounts by ISO 4217 code, at least one
 * @param unpricedCalls calls that nobody has set a price for, or whose server did not say how much
 *     it read and wrote: with them the amounts are a part of the whole; null for none
 */
public record Expense(Map<String, BigDecimal> amounts, @Nullable Integer unpricedCalls) {

  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  /** No call costs as much, and no price is as fine. */
  private static final int MOST_DIGITS = 30;

  public Expense {
    SortedMap<String, BigDecimal> plain = new TreeMap<>();
    amounts.forEach((currency, amount) -> plain.put(code(currency), plain(amount)));
    if (plain.isEmpty()) {
      throw new IllegalArgumentException("cost: no amount (expected: at least one)");
    }
    amounts = Collections.unmodifiableSortedMap(plain);
    unpricedCalls = unpricedCalls == null || unpricedCalls <= 0 ? null : unpricedCalls;
  }

  /** All of it in one currency. */
  public static Expense of(String currency, BigDecimal amount) {
    return new Expense(Map.of(currency, amount), null);
  }

  /**
   * A currency's code as it is written everywhere.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static String code(String currency) {
    if (!CODE.matcher(currency).matches()) {
      throw new IllegalArgumentException(
          "currency: %s (expected: a code of ISO 4217, such as EUR)".formatted(currency));
    }
    return currency;
  }

  /** Equal amounts are written alike. */
  static BigDecimal plain(BigDecimal amount) {
    boolean sane =
        amount.signum() >= 0
            && Math.abs((long) amount.scale()) <= MOST_DIGITS
            && amount.precision() <= 2 * MOST_DIGITS;
    if (!sane) {
      throw new IllegalArgumentException("cost: not an amount of money (expected: >= 0)");
    }
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Of both. */
  Expense plus(Expense other) {
    Map<String, BigDecimal> sums = new TreeMap<>(amounts);
    other.amounts.forEach((currency, amount) -> sums.merge(currency, amount, BigDecimal::add));
    return new Expense(sums, unpriced() + other.unpriced());
  }

  /** Of both, where the other's price is not known. */
  Expense plusUnpriced(int calls) {
    return new Expense(amounts, unpriced() + calls);
  }

  private int unpriced() {
    return unpricedCalls == null ? 0 : unpricedCalls;
  }

  /** Whether it is a part of the whole. */
  public boolean partial() {
    return unpricedCalls != null;
  }
}
