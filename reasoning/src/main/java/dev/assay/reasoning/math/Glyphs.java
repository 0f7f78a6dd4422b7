// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.math;

import java.util.Map;

/** The typeset characters that stand for plain ones, so that both are read alike. */
public final class Glyphs {

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
          Map.entry('\u00b2', "^2"),
          Map.entry('\u00b3', "^3"),
          Map.entry('\u2074', "^4"),
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

  private Glyphs() {}

  /** The same text with ASCII and LaTeX in place of typeset characters. */
  public static String plain(String text) {
    if (text.chars().allMatch(each -> each < 0x80)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      plain.append(PLAIN.getOrDefault(text.charAt(i), text.substring(i, i + 1)));
    }
    return plain.toString();
  }
}
