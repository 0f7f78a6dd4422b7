// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 3,5 and 1 000 in front of a unit, where neither is a list but one number. */
final class CountedNumerals {

  private static final Pattern COMMA = Pattern.compile("([+-]?[0-9]++),([0-9]{1,2}|[0-9]{4,})");

  private static final Pattern GROUPS = Pattern.compile("[+-]?[1-9][0-9]{0,2}(?: [0-9]{3})++");

  private CountedNumerals() {}

  /** The number with a point and without spaces. */
  static String plain(String amount) {
    if (GROUPS.matcher(amount).matches()) {
      return amount.replace(" ", "");
    }
    Matcher comma = COMMA.matcher(amount);
    return comma.matches() ? comma.group(1) + "." + comma.group(2) : amount;
  }
}
