// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.text;

import java.util.Locale;
import java.util.Objects;

/**
 * A reply with what a model thought set apart from what it said: a conclusion that it tried on
 * while thinking is not its conclusion.
 *
 * @param thought the think blocks, in order, without their tags
 * @param said everything else: the visible reply
 */
public record Thinking(String thought, String said) {

  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";

  public Thinking {
    Objects.requireNonNull(thought, "thought");
    Objects.requireNonNull(said, "said");
  }

  /**
   * Reads any reply. Some chat templates write the opening tag themselves, so a closing tag without
   * one ends a block that began with the reply; and a block that was cut off runs to the end.
   */
  public static Thinking of(String reply) {
    String lower = lower(reply);
    StringBuilder thought = new StringBuilder();
    StringBuilder said = new StringBuilder();
    int from = 0;
    int open = indexOf(lower, OPEN, from);
    while (from < reply.length()) {
      int close = indexOf(lower, CLOSE, from);
      if (close < open) {
        thought.append(said).append(reply, from, close).append('\n');
        said.setLength(0);
      } else {
        said.append(reply, from, open);
        append(thought, reply, open + OPEN.length(), close);
      }
      from = Math.min(reply.length(), close + CLOSE.length());
      // Looked for only once it is passed: a reply may hold any number of closing tags.
      open = open < from ? indexOf(lower, OPEN, from) : open;
    }
    return new Thinking(thought.toString().strip(), said.toString().strip());
  }

  private static void append(StringBuilder thought, String reply, int from, int to) {
    if (from < to) {
      thought.append(reply, from, to).append('\n');
    }
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
