// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.equality.answers.AnswerOptions;
import dev.assay.prompts.reading.FinalAnswer.Method;
import dev.assay.prompts.reading.Introductions.Introduction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers that the last sentence concludes with, without calling them so: "the total is 42",
 * "therefore, x = 42". Anywhere else such a sentence is a step on the way.
 */
final class LastSentence {

  private static final Pattern CONCLUDES =
      Pattern.compile(
          "[\\s*_]*(?:and\\s)?(?:therefore|thus|hence|so|consequently|finally|in conclusion|∴|\\$?\\\\therefore)"
              + "(?![\\p{L}])[,:]?\\s*(?:we (?:have|get|find|conclude)(?: that)?\\s)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern STOP = Pattern.compile("[.!?。](?=\\s)|\\n");
  private static final Pattern WORDS = Pattern.compile("(?<!\\\\)\\b\\p{L}{3,}");

  private static final Pattern LABEL =
      Pattern.compile("[\\s*_#-]*\\p{L}{2,20}[*_\\s]*[:：=][*_\\s$]*");

  private static final int LONGEST = 200;

  private final String text;
  private final int end;

  private LastSentence(String text) {
    this.text = text;
    this.end = text.stripTrailing().length();
  }

  /** What the last sentence says that something is, if it is a value. */
  static Optional<FinalAnswer> of(String text, List<Introduction> phrases, AnswerOptions options) {
    LastSentence last = new LastSentence(text);
    List<FinalAnswer> results = Phrase.last(text, phrases, options, false);
    return results.stream()
        .filter(result -> last.isAtTheEnd(result.end()) && last.isComplete(result.start()))
        .filter(result -> Phrase.isValue(result.text()))
        .reduce((_, later) -> later)
        .map(result -> as(Method.CONCLUDED, result))
        .or(last::conclusion);
  }

  private static FinalAnswer as(Method method, FinalAnswer answer) {
    return answer.method() == Method.STATED
        ? new FinalAnswer(method, answer.text(), answer.start(), answer.end())
        : answer;
  }

  private boolean isAtTheEnd(int from) {
    return from <= end
        && new Span(from, end).bare(text).isBlank(text)
        && !text.startsWith("?", end - 1);
  }

  /**
   * A sentence without a stop may go on; a line that is a label and a value does not. One that says
   * more numbers than its value is a case among others.
   */
  private boolean isComplete(int value) {
    String before = text.substring(Math.min(value, sentence().start()), value);
    if (before.chars().anyMatch(Character::isDigit)) {
      return false;
    }
    return isStopped() || LABEL.matcher(before).matches();
  }

  private boolean isStopped() {
    return end > 0 && ".!。)$*]`".indexOf(text.charAt(end - 1)) >= 0;
  }

  private Optional<FinalAnswer> conclusion() {
    Span sentence = sentence();
    Matcher conclusion = CONCLUDES.matcher(sentence.of(text));
    if (!conclusion.lookingAt() || !isStopped() || text.startsWith("?", end - 1)) {
      return Optional.empty();
    }
    Span clause = sentence.part(conclusion.end(), sentence.length()).bare(text);
    boolean formula = clause.of(text).contains("=") && !WORDS.matcher(clause.of(text)).find();
    Span value = formula ? clause : StatedValue.of(text, clause);
    boolean found = formula || !value.equals(clause);
    return found && Phrase.isValue(value.of(text)) && !value.isBlank(text)
        ? Optional.of(value.found(Method.CONCLUDED, value.of(text)))
        : Optional.empty();
  }

  /** At most as long as an answer and what leads to it may be. */
  private Span sentence() {
    int from = Math.max(0, end - LONGEST);
    Matcher stop = STOP.matcher(text.substring(from, end));
    int start = from;
    while (stop.find()) {
      start = from + stop.end();
    }
    return new Span(start, end);
  }
}
