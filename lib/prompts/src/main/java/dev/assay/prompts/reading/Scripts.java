// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How scripts part words, which tells where a noun may begin and end. */
final class Scripts {

  /** Scripts that write words without spaces between them. */
  private static final Set<UnicodeScript> GLUED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI);

  /** Scripts whose articles and conjunctions are written in one with the noun. */
  private static final Set<UnicodeScript> PREFIXED =
      EnumSet.of(UnicodeScript.ARABIC, UnicodeScript.HEBREW);

  /** Other characters need no look at their script. */
  private static final char FIRST = '\u0590';

  private Scripts() {}

  static boolean isGlued(char c) {
    return c >= FIRST && GLUED.contains(UnicodeScript.of(c));
  }

  static boolean isPrefixed(char c) {
    return c >= FIRST && PREFIXED.contains(UnicodeScript.of(c));
  }
}
