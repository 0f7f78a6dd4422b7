// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

/** Reads the characters of East Asian keyboards, and every kind of dash, as the ASCII they mean. */
public final class AsciiEquivalents {

  private static final int WIDE = 0xFEE0;

  private AsciiEquivalents() {}

  /** The same text, character for character, so that positions hold in both. */
  public static String ascii(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      ascii.append(ascii(text.charAt(i)));
    }
    return ascii.toString();
  }

  private static char ascii(char c) {
    return switch (c) {
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
      case '\u00A0', '\u3000' -> ' ';
      default -> c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - WIDE) : c;
    };
  }
}
