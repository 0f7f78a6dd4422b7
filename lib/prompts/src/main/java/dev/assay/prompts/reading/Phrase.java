// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.FinalAnswer.Method;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers that a sentence states: "the answer is …", "final answer: …". */
final class Phrase {

  /** What goes on about the answer instead of belonging to it. */
  private static final Pattern AFTERTHOUGHT =
      Pattern.compile(
          "\\.(?=\\s|\"|$)|[,;]?\\s(?:because|since|which|so|as|where|but|while|therefore)\\b"
              + "|(?<=[\"\u201D]|\\*\\*)[,;]?\\s");

  private static final Pattern NO_ANSWER =
      Pattern.compile(
          "(?:not|obtained|found|given|computed|calculated|derived|correct|incorrect|wrong|right"
              + "|consistent|that|to|in|unknown|unclear|as follows)\\b(?s:.*)",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 120;
  private static final int MOST_WORDS = 12;
  private static final int MOST_LINES_BETWEEN = 3;

  private Phrase() {}

  /** What the last such phrase states that reads like an answer; it ends before the next phrase. */
  static Optional<FinalAnswer> last(String text) {
    int end = text.length();
    for (Span phrase : Introductions.in(text).reversed()) {
      Optional<FinalAnswer> stated = stated(text, phrase.end(), end);
      if (stated.isPresent()) {
        return stated;
      }
      end = phrase.start();
    }
    return Optional.empty();
  }

  private static Optional<FinalAnswer> stated(String text, int from, int next) {
    Span line = firstLine(text, from, next);
    return Choice.of(text, line).or(() -> inSentence(text, line));
  }

  private static Optional<FinalAnswer> inSentence(String text, Span line) {
    Span sentence = sentence(text, line);
    Span bare = sentence.bare(text);
    if (bare.length() > LONGEST || bare.isBlank(text) || isProse(bare.of(text))) {
      return Optional.empty();
    }
    return Choice.of(text, sentence)
        .or(() -> Optional.of(bare.found(Method.STATED, bare.of(text))));
  }

  /** The line from here on, or if nothing is on it the next one that has something. */
  private static Span firstLine(String text, int from, int next) {
    Span line = line(text, from, next);
    for (int i = 0; i < MOST_LINES_BETWEEN && isEmpty(text, line); i++) {
      line = line(text, Math.min(next, line.end() + 1), next);
    }
    return line;
  }

  private static boolean isEmpty(String text, Span line) {
    return line.isBlank(text) || text.startsWith("```", line.start());
  }

  private static Span line(String text, int from, int next) {
    int end = from;
    // Enough to see that it is too long.
    int limit = Math.min(next, from + 2 * LONGEST);
    while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return new Span(from, end);
  }

  private static Span sentence(String text, Span line) {
    Matcher end = AFTERTHOUGHT.matcher(line.of(text));
    while (end.find()) {
      Span sentence = line.part(0, end.start());
      if (!sentence.isBlank(text)) {
        return sentence;
      }
    }
    return line;
  }

  private static boolean isProse(String answer) {
    return NO_ANSWER.matcher(answer).matches()
        || answer.chars().filter(Character::isWhitespace).count() > MOST_WORDS;
  }
}
