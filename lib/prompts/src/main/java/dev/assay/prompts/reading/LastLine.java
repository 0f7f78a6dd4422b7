// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.equality.answers.AnswerOptions;
import dev.assay.prompts.reading.FinalAnswer.Method;
import dev.assay.text.WorkBudget;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers that are known by the line that they stand on. */
final class LastLine {

  private static final String HASHES = "####";

  /** A line of a dialogue: {@code Q:} before it, {@code A:} and the answer. */
  private static final Pattern REPLIED = Pattern.compile("A[:：]\\s{0,5}(\\S.{0,100})");

  private static final Pattern NUMBER =
      Pattern.compile("[-+−]?[$€£]?\\d[\\d,.]{0,30}(?:/\\d{1,20})?\\s?%?");

  /** All of a reply that answers as people do, in one short sentence. */
  private static final Pattern REPLY =
      Pattern.compile(
          "(?:[Ii]t|[Tt]his|[Tt]hat)(?:['’]s| is| equals) (?:about |exactly |just )?(?=.*\\d)([^\\sa-z].{0,60}?)[.!]?");

  private static final Pattern EMPHASISED = Pattern.compile("\\*\\*[^*\\n]{1,80}\\*\\*[.!]?");

  private static final Pattern DISPLAYED =
      Pattern.compile(
          "\\$\\$[^$\\n]{1,120}\\$\\$[.,]?|\\\\\\[.{1,120}\\\\\\][.,]?|\\$[^$\\n]{1,120}\\$[.]?");

  private static final Pattern DRESS =
      Pattern.compile("(?i)(?:option|choice|letter|answer|\\\\text\\w{0,4}|[\\s(){}.*_$])*+");

  private LastLine() {}

  /** What follows four hashes on the last line; elsewhere they may be a heading. */
  static Optional<FinalAnswer> hashes(String text) {
    Span line = last(text);
    if (!text.startsWith(HASHES, line.start())) {
      return Optional.empty();
    }
    Span answer = new Span(line.start() + HASHES.length(), line.end()).bare(text);
    boolean deeper = text.startsWith("#", line.start() + HASHES.length());
    boolean choice = Choice.of(text, answer, AnswerOptions.NONE).isPresent();
    return !deeper && (choice || isNumeric(answer.of(text)))
        ? Optional.of(answer.found(Method.HASHES, answer.of(text)))
        : Optional.empty();
  }

  /** Words are a heading, and one that says "the answer is" is read as that. */
  private static boolean isNumeric(String answer) {
    return answer.chars().anyMatch(Character::isDigit)
        && Introductions.in(answer).isEmpty()
        && !answer.toLowerCase(Locale.ROOT).startsWith("step");
  }

  /** A last line that is a letter of a choice, or yes or no, and nothing else. */
  static Optional<FinalAnswer> choice(String text, AnswerOptions options) {
    Span line = last(text);
    Optional<FinalAnswer> choice = Choice.of(text, line, options);
    Matcher replied = REPLIED.matcher(line.of(text));
    if (options.isEmpty() && replied.matches()) {
      Span value = line.part(replied.start(1), replied.end(1)).bare(text);
      return Optional.of(value.found(Method.STATED, value.of(text)))
          .filter(each -> Phrase.isValue(each.text()));
    }
    // Without options in the question a letter before words numbers them.
    return choice.filter(each -> !options.isEmpty() || isAlone(text, line, each));
  }

  private static boolean isAlone(String text, Span line, FinalAnswer choice) {
    String before = text.substring(line.start(), choice.start());
    String behind = text.substring(choice.end(), line.end());
    return DRESS.matcher(before + behind).matches();
  }

  /** A number or a formula that is set apart on the last line, or is all that was said. */
  static Optional<FinalAnswer> alone(String text) {
    Span line = last(text);
    String content = line.of(text);
    Matcher reply = REPLY.matcher(content);
    if (text.substring(0, line.start()).isBlank() && reply.matches()) {
      Span said = line.part(reply.start(1), reply.end(1)).bare(text);
      return Optional.of(said.found(Method.CONCLUDED, said.of(text)))
          .filter(each -> Phrase.isValue(each.text()));
    }
    boolean apart = line.start() == 0 || text.startsWith("\n\n", line.start() - 2);
    boolean set =
        EMPHASISED.matcher(content).matches()
            || DISPLAYED.matcher(WorkBudget.metered(content)).matches()
            || (apart && NUMBER.matcher(line.bare(text).of(text)).matches());
    Span bare = line.bare(text);
    boolean value =
        set
            && Phrase.isValue(bare.of(text))
            && !isHeading(bare.of(text))
            && !NoAnswer.isMarkup(bare.of(text));
    return value ? Optional.of(bare.found(Method.CONCLUDED, bare.of(text))) : Optional.empty();
  }

  /** Words with a number behind them head something that did not come. */
  private static boolean isHeading(String content) {
    return content.endsWith(":") || content.matches("(?i)(?:step|case|part|option)\\s.*");
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
