// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.util.ArrayList;
import java.util.List;

/** Fits text into places of a fixed width, where nothing else breaks its lines. */
public final class TextFitting {

  /** Less than this beside a label is no place for words. */
  private static final int LEAST_ROOM = 8;

  private TextFitting() {}

  /** Lines of at most {@code width} characters, broken at spaces; a longer word stays whole. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * A label and text beside it, whose further lines begin below its first; a word that is longer
   * than the room is cut into several lines.
   *
   * @param room for both together
   */
  public static List<String> hang(String label, String text, int room) {
    int left = Math.max(LEAST_ROOM, room - label.length());
    List<String> lines = new ArrayList<>();
    for (String line : text.length() <= left ? List.of(text) : wrap(text, left)) {
      for (String part : cut(line, left)) {
        lines.add((lines.isEmpty() ? label : " ".repeat(label.length())) + part);
      }
    }
    return lines;
  }

  private static List<String> cut(String line, int longest) {
    List<String> parts = new ArrayList<>();
    String rest = line;
    while (rest.length() > longest) {
      // Never between the two halves of a character.
      int end = Character.isHighSurrogate(rest.charAt(longest - 1)) ? longest - 1 : longest;
      parts.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    parts.add(rest);
    return parts;
  }

  /** At most {@code longest} characters; an ellipsis says that there were more. */
  public static String shorten(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
