// SPDX-License-Identifier: Apache-2.0
package dev.assay.text;

/**
 * Texts from outside, without what the stores and logs behind this port cannot take or would be
 * fooled by: PostgreSQL has no NUL, UTF-8 no half of a surrogate pair, a log line no line break.
 * Every character that is replaced is replaced by one, so that positions stay.
 */
public final class PlainText {

  private static final char REPLACEMENT = '\ufffd';

  private PlainText() {}

  /**
   * A text for people: halves of surrogate pairs and control characters other than tab, line feed
   * and carriage return become U+FFFD.
   */
  public static String of(String text) {
    return replaced(text, false);
  }

  /** A text for one line of a log: the same, and every line break or tab becomes a space. */
  public static String line(String text) {
    return replaced(text, true);
  }

  /**
   * One line of a bounded length, and an ellipsis where something is missing.
   *
   * @param most characters, without the ellipsis
   */
  public static String line(String text, int most) {
    // Half of a pair at the end, if the cut leaves one, is replaced with the others.
    return text.length() <= most ? line(text) : line(text.substring(0, most)) + "…";
  }

  private static String replaced(String text, boolean line) {
    int first = 0;
    while (first < text.length() && kept(text, first, line) == text.charAt(first)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    char[] clean = text.toCharArray();
    for (int i = first; i < clean.length; i++) {
      clean[i] = kept(text, i, line);
    }
    return new String(clean);
  }

  private static char kept(String text, int at, boolean line) {
    char c = text.charAt(at);
    if (c == '\t' || c == '\n' || c == '\r') {
      return line ? ' ' : c;
    }
    if (Character.isSurrogate(c)) {
      return isHalf(text, at) ? REPLACEMENT : c;
    }
    // Some terminals and viewers of logs break lines at these two.
    boolean separates = line && (c == '\u2028' || c == '\u2029');
    return separates ? ' ' : Character.isISOControl(c) ? REPLACEMENT : c;
  }

  private static boolean isHalf(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }
}
