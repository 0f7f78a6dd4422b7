// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a model's tokens cost, as its price list says it. Without an input and an output price it
 * has none: a guess would be taken for a bill.
 *
 * @param input for a million tokens read
 * @param output for a million tokens generated, thoughts included
 * @param cachedInput for a million tokens read that the server had in its cache; null for the same
 *     as any
 * @param currency of all of them, a code of ISO 4217
 */
public record ModelPrice(
    @Nullable BigDecimal input,
    @Nullable BigDecimal output,
    @Nullable BigDecimal cachedInput,
    @Nullable String currency) {

  private static final String PROPERTY = "assay.role.model.price.";
  private static final String DECIMAL =
      " (expected: a decimal of at most 9 places, from 0, for a million tokens)";
  private static final int MOST_PLACES = 9;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

  /** Nobody has set one. */
  public static final ModelPrice NONE = new ModelPrice(null, null, null, null);

  public ModelPrice {
    requireAmount("input", input);
    requireAmount("output", output);
    requireAmount("cached-input", cachedInput);
    currency = currency == null || currency.isBlank() ? null : currency.strip();
    if (currency != null && !currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          PROPERTY + "currency: " + currency + " (expected: a code of ISO 4217, such as EUR)");
    }
    if ((input == null) != (output == null) || (input == null && cachedInput != null)) {
      throw new IllegalArgumentException(
          PROPERTY
              + "input, "
              + PROPERTY
              + "output: one without the other (expected: both, or none)");
    }
    if (input != null && currency == null) {
      throw new IllegalArgumentException(
          PROPERTY
              + "currency: missing (expected: that of the prices, such as EUR; ASSAY_CURRENCY"
              + " sets it for all)");
    }
  }

  private static void requireAmount(String property, @Nullable BigDecimal amount) {
    if (amount != null
        && (amount.signum() < 0 || amount.compareTo(MOST) > 0 || amount.scale() > MOST_PLACES)) {
      throw new IllegalArgumentException(PROPERTY + property + ": " + amount + DECIMAL);
    }
  }

  /** Whether calls have a price. */
  public boolean known() {
    return input != null;
  }
}
