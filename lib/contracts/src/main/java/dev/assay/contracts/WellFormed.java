// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

/**
 * Text without halves of surrogate pairs. JSON can spell such a half, UTF-8 and PostgreSQL cannot:
 * an event with one would be lost where it is stored.
 */
public final class WellFormed {

  private static final char REPLACEMENT = '\ufffd';

  private WellFormed() {}

  /** The text with U+FFFD for each half of a pair that stands alone. */
  static String of(String text) {
    StringBuilder replaced = null;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && !paired(text, i)) {
        replaced = replaced == null ? new StringBuilder(text) : replaced;
        replaced.setCharAt(i, REPLACEMENT);
      }
    }
    return replaced == null ? text : replaced.toString();
  }

  /** Whether the character is half of a surrogate pair whose other half stands beside it. */
  public static boolean paired(CharSequence text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
