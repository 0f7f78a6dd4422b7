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
          Map.entry('\u221b', " cbrt "),
          Map.entry('\u2260', "\\ne "),
          Map.entry('\u2248', "\\approx "),
          Map.entry('\u2205', "\\emptyset "),
          Map.entry('\u2216', "\\setminus "),
          Map.entry('\u2229', "\\cap "),
          Map.entry('\u211d', "\\mathbb{R}"),
          Map.entry('\u2115', "\\mathbb{N}"),
          Map.entry('\u2124', "\\mathbb{Z}"),
          Map.entry('\u211a', "\\mathbb{Q}"),
          Map.entry('\u2102', "\\mathbb{C}"),
          Map.entry('\u2223', "\\mid "),
          Map.entry('\u230a', "\\lfloor "),
          Map.entry('\u230b', "\\rfloor "),
          Map.entry('\u2308', "\\lceil "),
          Map.entry('\u2309', "\\rceil "),
          Map.entry('\u27e8', "\\langle "),
          Map.entry('\u27e9', "\\rangle "),
          Map.entry('\u2032', "'"),
          Map.entry('\u03b1', "\\alpha "),
          Map.entry('\u03b2', "\\beta "),
          Map.entry('\u03b3', "\\gamma "),
          Map.entry('\u03b4', "\\delta "),
          Map.entry('\u03bb', "\\lambda "),
          Map.entry('\u03c1', "\\rho "),
          Map.entry('\u03c3', "\\sigma "),
          Map.entry('\u03c4', "\\tau "),
          Map.entry('\u03c6', "\\phi "),
          Map.entry('\u03c8', "\\psi "),
          Map.entry('\u03c9', "\\omega "),
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
