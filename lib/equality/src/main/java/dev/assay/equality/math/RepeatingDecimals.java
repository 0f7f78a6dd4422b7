// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Decimals whose last digits come again for ever: under a bar, between dots, in brackets. */
final class RepeatingDecimals {

  private static final Pattern DOT = Pattern.compile("\\\\dot\\s?|[{}]");

  /** The whole part, the digits that come once, and those that come again. */
  static final Pattern PATTERN =
      Pattern.compile(
          "([0-9]{0,20})\\.([0-9]{0,50})\\\\(?:overline|bar)\\s?(?:\\{([0-9]{1,50})\\}|([0-9]))"
              + "|([0-9]{1,20})\\.\\(([0-9]{1,50})\\)"
              + "|([0-9]{0,20})\\.([0-9]{0,50})"
              + "(\\\\dot\\s?\\{?[0-9]\\}?(?:[0-9]{0,50}\\\\dot\\s?\\{?[0-9]\\}?)?)");

  private RepeatingDecimals() {}

  /** The words of the fraction that it is. */
  static List<String> fraction(MatchResult decimal) {
    String whole = first(decimal, 1, 5, 7);
    String once = first(decimal, 2, 8);
    String again = DOT.matcher(first(decimal, 3, 4, 6, 9)).replaceAll("");
    BigInteger all = new BigInteger("0" + whole + once + again);
    BigInteger before = new BigInteger("0" + whole + once);
    String nines = "9".repeat(again.length()) + "0".repeat(once.length());
    return List.of("(", all.subtract(before).toString(), "/", nines, ")");
  }

  private static String first(MatchResult decimal, int... groups) {
    for (int group : groups) {
      if (decimal.group(group) != null) {
        return decimal.group(group);
      }
    }
    return "";
  }
}
