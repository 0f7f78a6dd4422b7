// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import java.lang.Character.UnicodeBlock;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The typeset characters that stand for plain ones, so that both are read alike. */
public final class TypesetCharacters {

  private static final Map<Character, String> PLAIN =
      Map.ofEntries(
          Map.entry('\u2212', "-"),
          Map.entry('\u2010', "-"),
          Map.entry('\u2011', "-"),
          Map.entry('\u2012', "-"),
          Map.entry('\u2013', "-"),
          Map.entry('\u066b', "."),
          Map.entry('\u066c', ","),
          Map.entry('\u066a', "%"),
          Map.entry('\u060c', ", "),
          Map.entry('\u3001', ", "),
          Map.entry('\u3002', "."),
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
          Map.entry('\u00ba', "^\\circ "),
          Map.entry('\u00b0', "^\\circ "),
          Map.entry('\u2264', "\\le "),
          Map.entry('\u2265', "\\ge "),
          Map.entry('\u222a', "\\cup "),
          Map.entry('\u2208', "\\in "),
          Map.entry('\u03b8', "\\theta "),
          Map.entry('\u2103', "^\\circ C"),
          Map.entry('\u2109', "^\\circ F"),
          Map.entry('\u2126', "\u03a9"),
          Map.entry('\u212b', "\u00c5"),
          Map.entry('\u00b5', "\u03bc"),
          Map.entry('\u2033', "''"),
          Map.entry('\u2019', "'"),
          Map.entry('\u00a0', " "),
          Map.entry('\u2009', "\\,"),
          Map.entry('\u202f', "\\,"));

  private static final String HIGH_DIGITS =
      "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

  private static final String LOW_DIGITS =
      "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089";

  private static final Pattern HIGH = Pattern.compile("\u207b?[" + HIGH_DIGITS + "]+");
  private static final Pattern LOW = Pattern.compile("[" + LOW_DIGITS + "]+");

  /** A minus sign above the line. */
  private static final char MINUS = '\u207b';

  /** Characters that only look different from others. */
  private static final Set<UnicodeBlock> LOOKS =
      Set.of(
          UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
          UnicodeBlock.MATHEMATICAL_ALPHANUMERIC_SYMBOLS,
          UnicodeBlock.CJK_COMPATIBILITY,
          UnicodeBlock.SMALL_FORM_VARIANTS);

  private TypesetCharacters() {}

  /** The same text with ASCII and LaTeX in place of typeset characters. */
  public static String plain(String text) {
    if (text.chars().allMatch(each -> each < 0x80)) {
      return text;
    }
    String levelled = levelled(levelled(text, HIGH, HIGH_DIGITS, "^"), LOW, LOW_DIGITS, "_");
    StringBuilder plain = new StringBuilder();
    levelled.codePoints().forEach(each -> plain.append(plain(each)));
    return plain.toString();
  }

  private static String plain(int character) {
    if (character < 0x80) {
      return Character.toString(character);
    }
    int digit = Character.digit(character, 10);
    if (digit >= 0) {
      return String.valueOf(digit);
    }
    String known = Character.isBmpCodePoint(character) ? PLAIN.get((char) character) : null;
    return known == null ? compatible(character) : known;
  }

  /** Letters and signs that were made for another width or typeface, and fractions. */
  private static String compatible(int character) {
    String text = Character.toString(character);
    UnicodeBlock block = UnicodeBlock.of(character);
    boolean fraction = Character.getType(character) == Character.OTHER_NUMBER;
    if (!fraction && (block == null || !LOOKS.contains(block))) {
      return text;
    }
    String plain = Normalizer.normalize(text, Form.NFKC).replace('\u2044', '/');
    boolean quotient = plain.indexOf('/') > 0;
    return quotient ? " " + plain : fraction ? text : plain;
  }

  /** Digits above or below the line as an exponent or an index. */
  private static String levelled(String text, Pattern run, String digits, String sign) {
    return run.matcher(text).replaceAll(found -> sign + "{" + onLine(found.group(), digits) + "}");
  }

  private static String onLine(String run, String digits) {
    StringBuilder plain = new StringBuilder();
    run.chars()
        .forEach(each -> plain.append(each == MINUS ? "-" : String.valueOf(digits.indexOf(each))));
    return plain.toString();
  }
}
