// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A derivation of the embedded model, taken apart: {@code a9*5=45b-1+2=1#46} has the lines {@code
 * 9*5=45}, {@code -1+2=1} and {@code #46}. A letter opens a line, the number sign the answer.
 *
 * @param lines without their letters, in natural digit order, the answer last
 */
record CompactLines(List<String> lines) {

  /** How the model spells the end of a derivation. */
  static final String END = ".";

  private static final char LAST_LETTER = 'p';

  private static final Pattern LINE = Pattern.compile("[a-p]([^a-p#]*)|(#[^a-p#]*)");

  CompactLines {
    lines = List.copyOf(lines);
  }

  /** Reads any text; what is no derivation has no lines. */
  static CompactLines of(String text) {
    List<String> lines = new ArrayList<>();
    Matcher matcher = LINE.matcher(text);
    while (matcher.find()) {
      lines.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return new CompactLines(lines);
  }

  /**
   * A line as it stands in the text. One beyond the letters, which a text has that used some of
   * them twice, is given the last: no model of this style reads another.
   */
  static String lettered(int index, String line) {
    char letter = (char) Math.min('a' + index, LAST_LETTER);
    return line.startsWith("#") ? line : letter + line;
  }

  /** The text of the lines before the given one. */
  String before(int index) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(index, lines.size()); i++) {
      text.append(lettered(i, lines.get(i)));
    }
    return text.toString();
  }

  /**
   * Where each line ends in the text of all of them with {@link #END} behind. A line has the
   * character behind it, which opens the next line or ends the text: only there the model shows
   * that it takes the number for complete.
   */
  List<Integer> ends() {
    List<Integer> ends = new ArrayList<>();
    int length = 0;
    for (int i = 0; i < lines.size(); i++) {
      length += lettered(i, lines.get(i)).length();
      ends.add(length + 1);
    }
    return ends.isEmpty() ? List.of(1) : ends;
  }
}
