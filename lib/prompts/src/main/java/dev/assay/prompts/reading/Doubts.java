// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import java.util.regex.Pattern;

/**
 * Words that make a statement nobody's last word: an answer that hangs on a condition, with another
 * one beside it, and an answer that is doubted as soon as it is given.
 */
final class Doubts {

  /** Within the statement: a second value for another case. */
  private static final Pattern DEPENDS =
      Pattern.compile(
          "\\bdepending\\b|\\d\\S{0,20}\\s(?:if|when|unless)\\s[^.!?\\n]{1,80}\\d"
              + "|\\d[^.!?\\n]{0,20}[,(]\\s?or\\s[^.!?\\n]{0,60}\\b(?:if|when|unless)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Right behind an answer: another one, or a question. */
  private static final Pattern DOUBTED =
      Pattern.compile(
          "[\\s$*_.,;!)}\\]\\\\]{0,8}\\(?(?:(?:or|oder|ou)\\s(?:maybe|perhaps|possibly|is it|could it|vielleicht|peut-être)\\b"
              + "|(?:or|oder|ou)\\s[^.!?\\n]{0,40}\\?|(?:h+m+,?\\s)?(?:maybe|perhaps|possibly)\\snot\\b|(?:maybe|perhaps|possibly)\\s(?:it(?:'s| is)\\s)?[-$\\d\\\\])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKED =
      Pattern.compile(
          "\\d[\\s$*_,;)}]{0,6}\\(?or (?:maybe|perhaps|possibly|is it|could it be)\\b",
          Pattern.CASE_INSENSITIVE);

  private Doubts() {}

  /** Whether the first sentence of a line says so. */
  static boolean in(String line) {
    int stop = line.indexOf(". ");
    String statement = stop < 0 ? line : line.substring(0, stop);
    return DEPENDS.matcher(statement).find() || ASKED.matcher(statement).find();
  }

  static boolean behind(CharSequence rest) {
    return DOUBTED.matcher(rest).lookingAt();
  }
}
