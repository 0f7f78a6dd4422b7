// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A derivation of the embedded model, taken apart: {@code a9*5=45b-1+2=1#46} has the lines {@code
 * 9*5=45}, {@code -1+2=1} and {@code #46}. A letter opens a line, the number sign the answer.
 *
 * @param lines without their letters, the answer last
 */
record CompactLines(List<String> lines) {

  private static final Pattern LINE = Pattern.compile("[a-p]([^a-p#]*)|(#[^a-p#]*)");
  private static final Pattern ANSWER = Pattern.compile("#(-?\\d{1,18})");

  private static final Pattern EQUATION =
      Pattern.compile("-?\\d{1,18}(?:[-+*]-?\\d{1,18}){1,8}=-?\\d{1,18}");
  private static final Pattern END = Pattern.compile("[yn]\\z");

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

  /** Reads a critique: a derivation that ends with {@code y} or {@code n}. */
  static CompactLines rederived(String reply) {
    return of(END.matcher(reply.strip()).replaceFirst(""));
  }

  /** A line as it stands in the text. */
  static String lettered(int index, String line) {
    return line.startsWith("#") ? line : (char) ('a' + index) + line;
  }

  /** Whether a line says something: an equation between integers, or an integer as the answer. */
  static boolean isReadable(String line) {
    return EQUATION.matcher(line).matches() || isAnswer(line);
  }

  static boolean isAnswer(String line) {
    return ANSWER.matcher(line).matches();
  }

  String text() {
    return before(lines.size());
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
   * The solution that has these lines.
   *
   * @param written the text that they were read from
   */
  Draft draft(String written) {
    Matcher answer = ANSWER.matcher(lines.isEmpty() ? "" : lines.getLast());
    return new Draft(written, lines, answer.matches() ? answer.group(1) : null);
  }
}
