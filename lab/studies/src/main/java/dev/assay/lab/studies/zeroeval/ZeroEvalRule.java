// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.zeroeval;

import dev.assay.equality.math.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rule behind the recorded flags, as it can be read off them: the first number of the recorded
 * answer, a fraction of two integers as its quotient, is the first number of the reference.
 */
final class ZeroEvalRule {

  private static final Pattern NUMBER =
      Pattern.compile("(-?\\d{1,300}+(?:\\.\\d{1,300}+)?+)(?:/(\\d{1,300}+))?+");

  private ZeroEvalRule() {}

  static boolean counts(@Nullable String recorded, String gold) {
    if (recorded == null) {
      return false;
    }
    Optional<Rational> number = first(recorded);
    return recorded.equals(gold) || (number.isPresent() && number.equals(first(gold)));
  }

  private static Optional<Rational> first(String text) {
    Matcher matcher = NUMBER.matcher(text.replace(",", ""));
    if (!matcher.find()) {
      return Optional.empty();
    }
    Rational number = Rational.of(new BigDecimal(matcher.group(1)));
    return matcher.group(2) == null
        ? Optional.of(number)
        : number.dividedBy(Rational.of(new BigInteger(matcher.group(2)), BigInteger.ONE));
  }
}
