// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.answer;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Equality of numbers as they are written: 24, 24.0, +24 and 1,024 against 1024. Text that is no
 * number equals the same text only.
 */
public final class NumericEquality implements AnswerEquality {

  // Bounded, so that no answer can cost more than a glance: BigDecimal is quadratic in digits.
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3}){1,30}|\\d{1,100})(?:\\.\\d{1,100})?");

  @Override
  public Judgement compare(String one, String other) {
    Optional<BigDecimal> left = number(one);
    Optional<BigDecimal> right = number(other);
    if (left.isPresent() && right.isPresent()) {
      return left.get().compareTo(right.get()) == 0 ? Judgement.EQUAL : Judgement.DIFFERENT;
    }
    return one.strip().equals(other.strip()) ? Judgement.EQUAL : Judgement.UNKNOWN;
  }

  private static Optional<BigDecimal> number(String text) {
    // U+2212 is the minus sign of typeset mathematics.
    String plain = text.strip().replace('\u2212', '-');
    return NUMBER.matcher(plain).matches()
        ? Optional.of(new BigDecimal(plain.replace(",", "")))
        : Optional.empty();
  }
}
