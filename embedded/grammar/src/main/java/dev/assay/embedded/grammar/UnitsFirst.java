// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How the embedded model writes the numbers of its lines: units digit first, sign in front, {@code
 * -45} as {@code -54}. So each digit of a sum or product depends on digits that are already written
 * and on the carry, and never on a carry that is yet to come.
 */
public final class UnitsFirst {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private UnitsFirst() {}

  /** The text with each run of digits reversed; flipped twice, it is what it was. */
  public static String flipped(String text) {
    return NUMBER.matcher(text).replaceAll(UnitsFirst::reversed);
  }

  private static String reversed(MatchResult number) {
    return new StringBuilder(number.group()).reverse().toString();
  }
}
