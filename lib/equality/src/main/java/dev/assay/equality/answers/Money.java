// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Quantity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts behind the sign or code of a currency: $5, €3,50, USD 35, -$5, $12 per hour. */
final class Money {

  private static final Pattern MONEY =
      Pattern.compile(
          "([+-]?) ?([A-Z]{0,2}\\$|[\u20ac\u00a3\u00a5\u20b9\u20a9\u20bd]"
              + "|(?:USD|EUR|GBP|JPY|CNY|INR|CAD|AUD|CHF|RMB|KRW|Rs\\.?)(?= ?[+-]?[0-9.]))"
              + " ?([^$\u20ac\u00a3]+)");

  /** A letter behind an amount of money says how many: $5k, €2.5M, $3bn. */
  private static final Pattern BRIEF = Pattern.compile("([+-]?[0-9][0-9.,]*+) ?([kKmMbB]|mn|bn)");

  private static final Map<String, String> MULTIPLES =
      Map.of("k", "thousand", "m", "million", "mn", "million", "b", "billion", "bn", "billion");

  private Money() {}

  static Optional<ParsedAnswer> read(String text) {
    Matcher money = MONEY.matcher(text);
    if (!money.matches()) {
      return Optional.empty();
    }
    String code = money.group(2).replace(".", "");
    Unit currency = UnitTable.find(code).orElseGet(() -> Unit.noun(code));
    String amount = money.group(1) + money.group(3);
    Matcher brief = BRIEF.matcher(amount);
    if (brief.matches()) {
      return CountedAmounts.read(
              brief.group(1) + " " + MULTIPLES.get(brief.group(2).toLowerCase(Locale.ROOT)))
          .flatMap(each -> inCurrency(each, currency));
    }
    Optional<ParsedAnswer> rate = rate(amount, currency);
    return rate.isPresent() ? rate : CountedAmounts.amount(amount, currency);
  }

  /** Behind the amount, a unit can only say the same again, how many, or for how much. */
  private static Optional<ParsedAnswer> rate(String amount, Unit currency) {
    for (UnitTail tail : UnitTail.of(amount)) {
      boolean over = tail.words().startsWith("/") || tail.words().startsWith("per ");
      Optional<ParsedAnswer> rate =
          over
              ? UnitExpression.read(tail.words())
                  .flatMap(unit -> CountedAmounts.amount(tail.amount(), currency.times(unit, 1)))
              : Optional.empty();
      if (rate.isPresent()) {
        return rate;
      }
    }
    return CountedAmounts.read(amount).flatMap(each -> inCurrency(each, currency));
  }

  private static Optional<ParsedAnswer> inCurrency(ParsedAnswer amount, Unit currency) {
    return amount instanceof Quantity(var formula, Unit said)
            && (said.isNone() || said.dimension().equals(currency.dimension()))
        ? CountedAmounts.of(formula, currency)
        : Optional.empty();
  }
}
