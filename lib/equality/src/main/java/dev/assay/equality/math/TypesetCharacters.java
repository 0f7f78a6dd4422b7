// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import java.util.Map;
import java.util.regex.Pattern;

/** The typeset characters that stand for plain ones, so that both are read alike. */
public final class TypesetCharacters {

  private static final Map<Character, String> PLAIN =
      Map.ofEntries(
          Map.entry('\u2212', "-"),
          Map.entry('\u2013', "-"),
          Map.entry('\u00d7', "*"),
          Map.entry('\u00b7', "*"),
          Map.entry('\u22c5', "*"),
          Map.entry('\u2217', "*"),
          Map.entry('\u00f7', "/"),
          Map.entry('\u2215', "/"),
          Map.entry('\u2044', "/"),
          Map.entry('\u221a', " sqrt "),
          Map.entry('\u03c0', " pi "),
          Map.entry('\u221e', " infinity "),
          Map.entry('\u00b1', "\\pm "),
          Map.entry('\u00b0', "^\\circ "),
          Map.entry('\u00bd', " 1/2"),
          Map.entry('\u00bc', " 1/4"),
          Map.entry('\u00be', " 3/4"),
          Map.entry('\u2153', " 1/3"),
          Map.entry('\u2154', " 2/3"),
          Map.entry('\u2264', "\\le "),
          Map.entry('\u2265', "\\ge "),
          Map.entry('\u222a', "\\cup "),
          Map.entry('\u2208', "\\in "),
          Map.entry('\u03b8', "\\theta "),
          Map.entry('\u00a0', " "),
          Map.entry('\u2009', " "),
          Map.entry('\u202f', " "));

  private static final String HIGH_DIGITS =
      "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

  private static final String LOW_DIGITS =
      "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089";

  private static final Pattern HIGH = Pattern.compile("[" + HIGH_DIGITS + "]+");
  private static final Pattern LOW = Pattern.compile("[" + LOW_DIGITS + "]+");

  private TypesetCharacters() {}

  /** The same text with ASCII and LaTeX in place of typeset characters. */
  public static String plain(String text) {
    if (text.chars().allMatch(each -> each < 0x80)) {
      return text;
    }
    String levelled = levelled(levelled(text, HIGH, HIGH_DIGITS, "^"), LOW, LOW_DIGITS, "_");
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < levelled.length(); i++) {
      plain.append(PLAIN.getOrDefault(levelled.charAt(i), levelled.substring(i, i + 1)));
    }
    return plain.toString();
  }

  /** Digits above or below the line as an exponent or an index. */
  private static String levelled(String text, Pattern run, String digits, String sign) {
    return run.matcher(text).replaceAll(found -> sign + "{" + onLine(found.group(), digits) + "}");
  }

  private static String onLine(String run, String digits) {
    StringBuilder plain = new StringBuilder();
    run.chars().forEach(each -> plain.append(digits.indexOf(each)));
    return plain.toString();
  }
}
