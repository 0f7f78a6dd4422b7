// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import java.util.regex.Pattern;

/** Numbers of choices and of arrangements that are written around a letter: {}_5C_2. */
final class Arrangements {

  private static final String FROM = "(?:\\{\\s?\\}|(?<![\\w})\\]]))[_^]\\s?\\{?(\\w{1,4})\\}?\\s?";
  private static final String SOME = "_\\s?\\{?(\\w{1,4})\\}?";
  private static final Pattern CHOICES = Pattern.compile(FROM + "\\{?C\\}?" + SOME);
  private static final Pattern ORDERED = Pattern.compile(FROM + "\\{?P\\}?" + SOME);

  private static final Pattern CHOOSE =
      Pattern.compile("\\{\\s?([^{}\\\\]++)\\\\choose(?![a-z])([^{}\\\\]++)\\}");

  private Arrangements() {}

  /** The text with a binomial coefficient, or a quotient of factorials, in their place. */
  static String plain(String text) {
    String plain =
        text.contains("\\choose") ? CHOOSE.matcher(text).replaceAll("\\\\binom{$1}{$2}") : text;
    String choices =
        plain.contains("C_") ? CHOICES.matcher(plain).replaceAll("\\\\binom{$1}{$2}") : plain;
    return choices.contains("P_")
        ? ORDERED.matcher(choices).replaceAll("\\\\frac{($1)!}{($1-$2)!}")
        : choices;
  }
}
