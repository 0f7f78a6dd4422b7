// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.FinalAnswer.Method;
import java.util.Optional;

/** Answers that are known by the line that they stand on. */
final class LastLine {

  private static final String HASHES = "####";

  private LastLine() {}

  /** What follows four hashes on the last line; elsewhere they may be a heading. */
  static Optional<FinalAnswer> hashes(String text) {
    Span line = last(text);
    if (!text.startsWith(HASHES, line.start())) {
      return Optional.empty();
    }
    Span answer = new Span(line.start() + HASHES.length(), line.end()).bare(text);
    boolean deeper = text.startsWith("#", line.start() + HASHES.length());
    return !deeper && (Choice.of(text, answer).isPresent() || isNumeric(answer.of(text)))
        ? Optional.of(answer.found(Method.HASHES, answer.of(text)))
        : Optional.empty();
  }

  /** Words are a heading, and one that says "the answer is" is read as that. */
  private static boolean isNumeric(String answer) {
    return answer.chars().anyMatch(Character::isDigit) && Phrase.last(answer).isEmpty();
  }

  /** A last line that is a letter of a choice, or yes or no, and nothing else. */
  static Optional<FinalAnswer> choice(String text) {
    return Choice.of(text, last(text));
  }

  /** The last line that is not blank. */
  private static Span last(String text) {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
      start--;
    }
    return new Span(start, end);
  }
}
