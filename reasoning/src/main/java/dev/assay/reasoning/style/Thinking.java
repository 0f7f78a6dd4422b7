// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import java.util.Locale;

/**
 * Sets apart what a model thought from what it said: a conclusion that it tried on while thinking
 * is not its conclusion.
 */
final class Thinking {

  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";

  private Thinking() {}

  /**
   * The reply without its think blocks. Some chat templates write the opening tag themselves, so a
   * closing tag without one ends a block that began with the reply; and a block that was cut off
   * runs to the end.
   */
  static String dropped(String reply) {
    String lower = lower(reply);
    StringBuilder said = new StringBuilder();
    int from = 0;
    int open = indexOf(lower, OPEN, from);
    while (from < reply.length()) {
      int close = indexOf(lower, CLOSE, from);
      if (close < open) {
        said.setLength(0);
      } else {
        said.append(reply, from, open);
      }
      from = Math.min(reply.length(), close + CLOSE.length());
      // Looked for only once it is passed: a reply may hold any number of closing tags.
      open = open < from ? indexOf(lower, OPEN, from) : open;
    }
    return said.toString().strip();
  }

  private static int indexOf(String text, String tag, int from) {
    int found = text.indexOf(tag, from);
    return found < 0 ? text.length() : found;
  }

  /** Case does not matter, unless a letter changes length with it and positions with it. */
  private static String lower(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.length() == text.length() ? lower : text;
  }
}
