// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.equality.answers.AnswerOptions;
import dev.assay.prompts.reading.FinalAnswer.Method;
import dev.assay.prompts.reading.Introductions.Introduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers that a sentence states: "the answer is …", "final answer: …". */
final class Phrase {

  /** What goes on about the answer instead of belonging to it. */
  private static final Pattern AFTERTHOUGHT =
      Pattern.compile(
          "(?<!\\.|\\bi\\.e|\\be\\.g|\\bca)\\.(?=\\s|\"|$|\\*\\*|[})])|!(?=\\s*(?:$|\\*\\*|[\"})])|\\s+[\\p{Lu}\\p{So}])|[。！؟।۔]|\\sor (?:so|thereabouts)\\b|[,;]?\\s\\(?(?:because|since|which|so|as|where|but|while|therefore"
              + "|not|rather than|instead of|namely|or equivalently)\\b|[,;]\\sthat is\\b|(?<=[\\d$}])\\sand\\s(?:the|its|so|we)\\s|\\?(?=\\s)|[,;]?\\s(?:i\\.e\\.|e\\.g\\.)|,\\s(?:and|while)\\s(?:the|its|so|we|that|this|then)\\b"
              + "|(?<=[\"\u201D]|\\*\\*)[,;]?\\s|\\s\\|(?=\\s|$)|</|<\\|");

  private static final int LONGEST = 120;
  private static final int LONGEST_SENTENCE = 240;
  private static final int MOST_WORDS = 12;
  private static final int MOST_LINES_BETWEEN = 3;

  /** Statements before the last that may contradict it. */
  private static final int MOST = 8;

  /** Phrases that are looked at, whether they state anything or not. */
  private static final int MOST_READ = 40;

  private final String text;
  private final AnswerOptions options;

  Phrase(String text, AnswerOptions options) {
    this.text = text;
    this.options = options;
  }

  /** What it states, if that reads like an answer; it ends before the next phrase. */
  Optional<FinalAnswer> stated(Introduction phrase, int next) {
    Span line = firstLine(phrase.end(), next);
    if (isEmpty(line)) {
      return Optional.empty();
    }
    return Choice.of(text, line, options)
        .or(() -> inSentence(line, phrase))
        .filter(answer -> !isAsked(answer.end()) && !Hedges.before(text, phrase.start()));
  }

  /** An answer that is asked about is not stated. */
  private boolean isAsked(int end) {
    int i = Math.max(0, end - 1);
    i = "?？؟".indexOf(text.charAt(i)) >= 0 ? i : end;
    while (i < text.length() && "*_$\") ".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && "?？؟".indexOf(text.charAt(i)) >= 0;
  }

  private Optional<FinalAnswer> inSentence(Span line, Introduction phrase) {
    Span sentence = sentence(line);
    if (Doubts.in(line.of(text))) {
      return Optional.empty();
    }
    Optional<Span> explained = Explained.in(text, line, sentence);
    if (explained.isEmpty() && NoAnswer.isAbout(line.bare(text).of(text))) {
      return Optional.empty();
    }
    Span bare = explained.orElseGet(() -> StatedValue.of(text, sentence, phrase.link()));
    String value = bare.of(text);
    if (bare.length() > LONGEST || bare.isBlank(text) || isProse(value)) {
      return Optional.empty();
    }
    if (phrase.heading() && !isValue(value)) {
      return Optional.empty();
    }
    return Choice.of(text, sentence, options)
        .or(() -> Choice.of(text, bare, options))
        .or(() -> Optional.of(bare.found(Method.STATED, value)));
  }

  /** Whether it holds more than words. */
  static boolean isValue(String answer) {
    return answer.length() == 1
        || answer.chars().anyMatch(c -> Character.isDigit(c) || c == '\\' || c == '$' || c == '=');
  }

  /** The line from here on, or if nothing is on it the next one that has something. */
  private Span firstLine(int from, int next) {
    Span line = line(from, next);
    for (int i = 0; i < MOST_LINES_BETWEEN && isEmpty(line); i++) {
      line = line(Math.min(next, line.end() + 1), next);
    }
    return line;
  }

  private boolean isEmpty(Span line) {
    return line.isBlank(text) || text.startsWith("```", line.start());
  }

  private Span line(int from, int next) {
    int end = from;
    // Enough to see that it is too long.
    int limit = Math.min(next, from + LONGEST_SENTENCE);
    while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return new Span(from, end);
  }

  private Span sentence(Span line) {
    Matcher end = AFTERTHOUGHT.matcher(line.of(text));
    while (end.find()) {
      boolean mark = end.group().equals("!");
      Span sentence = line.part(0, mark ? end.end() : end.start());
      if (!sentence.isBlank(text)) {
        return sentence;
      }
    }
    return line;
  }

  private static boolean isProse(String answer) {
    return NoAnswer.isAbout(answer)
        || NoAnswer.isBlank(answer)
        || NoAnswer.isMarkup(answer)
        || answer.chars().filter(Character::isWhitespace).count() > MOST_WORDS;
  }

  /**
   * The last of the statements that are introduced so, in the order of the text; earlier ones do
   * not count any more.
   */
  static List<FinalAnswer> last(
      String text, List<Introduction> phrases, AnswerOptions options, boolean says) {
    Phrase phrase = new Phrase(text, options);
    List<FinalAnswer> stated = new ArrayList<>();
    int next = text.length();
    int first = Math.max(0, phrases.size() - MOST_READ);
    for (Introduction each : phrases.subList(first, phrases.size()).reversed()) {
      if (each.link().says() == says && stated.size() < MOST) {
        phrase.stated(each, next).ifPresent(stated::addFirst);
      }
      next = each.link().says() ? each.start() : next;
    }
    return List.copyOf(stated);
  }
}
