// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.regex.Pattern;

/**
 * Tells an en dash, which parts the ends of a range, from a minus sign before both are written
 * alike: -3 – 5 is a range, and -3 - 5 a difference.
 */
final class SignedRanges {

  private static final String NUMBER = "[0-9]{1,12}(?:[.,][0-9]{1,12})?";

  private static final Pattern DASHED =
      Pattern.compile(
          "([-\u2212\u2013]%1$s) ?\u2013 ?(?=[-\u2212]?%1$s ?(?:[%%\u00b0\u2103\u2109]|\\p{L}{2,12}$|$))"
              .formatted(NUMBER));

  private SignedRanges() {}

  /** The text with a word in place of the dash, if it is such a range. */
  static String worded(String text) {
    boolean dash = text.indexOf('\u2013') > 0;
    return dash && DASHED.matcher(text).lookingAt()
        ? DASHED.matcher(text).replaceFirst("$1 to ")
        : text;
  }
}
