// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.assay.contracts.Expense;
import dev.assay.contracts.Usage;
import dev.assay.model.ModelPrice;
import dev.assay.model.Spent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What configuration knows of a role's model and the model itself does not say: whose weights it
 * has, and what its calls cost.
 *
 * @param weights equal for models that are the same; null where nobody can tell
 */
public record ModelAccount(@Nullable String weights, ModelPrice price) {

  /** Nothing. */
  public static final ModelAccount UNKNOWN = new ModelAccount(null, ModelPrice.NONE);

  /** Prices are for so many tokens. */
  private static final int MILLION_DIGITS = 6;

  public ModelAccount {
    Objects.requireNonNull(price, "price");
  }

  /** What calls cost that took so long. */
  Usage usage(Spent spent, Duration took) {
    return spent.calls() == 0
        ? Usage.NONE
        : new Usage(
            spent.calls(),
            spent.promptTokens(),
            spent.completionTokens(),
            took.toMillis(),
            cost(spent));
  }

  /** A server that does not count leaves nothing to reckon with. */
  private @Nullable Expense cost(Spent spent) {
    if (!price.known() || spent.promptTokens() + spent.completionTokens() == 0) {
      return null;
    }
    int cached = Math.min(spent.cachedTokens(), spent.promptTokens());
    BigDecimal input = requireNonNull(price.input());
    BigDecimal sum =
        of(input, spent.promptTokens() - cached)
            .add(of(requireNonNullElse(price.cachedInput(), input), cached))
            .add(of(requireNonNull(price.output()), spent.completionTokens()));
    return Expense.of(requireNonNull(price.currency()), sum);
  }

  private static BigDecimal of(BigDecimal million, int tokens) {
    return million.multiply(BigDecimal.valueOf(tokens)).movePointLeft(MILLION_DIGITS);
  }
}
