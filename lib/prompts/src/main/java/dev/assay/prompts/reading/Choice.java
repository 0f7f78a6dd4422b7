// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.equality.answers.AnswerOptions;
import dev.assay.prompts.reading.FinalAnswer.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers out of a list: a letter, or yes and no. What the question lists tells letters that are
 * choices from those that are variables, words or the beginning of a line.
 */
final class Choice {

  /** Small letters count in brackets only: outside of them they are variables. */
  private static final Pattern OPTION =
      Pattern.compile(
          "(?:(?i:option|choice|letter|answer)\\s)?(?:\\\\(?:text|mathrm|textbf|mathbf)\\{)?"
              + "(?:\\(([A-Ja-j])\\)|([A-J])\\)?)\\}?[*_]{0,2}(?:[.:,]?\\s.{1,200})?");

  /** Where the question lists options. */
  private static final Pattern LISTED =
      Pattern.compile(
          "(?:(?i:option|choice|letter|answer)\\s)?(?:\\\\(?:text|mathrm|textbf|mathbf)\\{)?"
              + "(?:\\(([A-Ja-j])\\)|([A-Ja-j])(?:\\)|(?![\\w'])))\\}?[*_]{0,2}(?:[.:,]?\\s.{1,200})?");

  private static final Pattern LETTER_AND_WORDS = Pattern.compile("[A-Ja-j]\\s.*");
  private static final Pattern YES_NO = Pattern.compile("yes|no", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 300;

  private Choice() {}

  /** The choice that a stretch of text is, whatever it is dressed in. */
  static Optional<FinalAnswer> of(String text, Span span, AnswerOptions options) {
    if (span.length() > LONGEST) {
      return Optional.empty();
    }
    Span bare = span.bare(text);
    String content = AsciiEquivalents.ascii(bare.of(text));
    if (YES_NO.matcher(content).matches()) {
      return Optional.of(bare.found(Method.YES_NO, content.toLowerCase(Locale.ROOT)));
    }
    Matcher option = (options.isEmpty() ? OPTION : LISTED).matcher(content);
    // A capital letter that opens a sentence is no choice.
    return option.matches() && !LETTER_AND_WORDS.matcher(content).matches()
        ? Optional.of(letter(option, bare)).filter(each -> isListed(each.text(), options))
        : Optional.empty();
  }

  private static boolean isListed(String letter, AnswerOptions options) {
    return options.isEmpty() || options.has(letter.charAt(0));
  }

  private static FinalAnswer letter(Matcher option, Span bare) {
    int group = option.group(1) == null ? 2 : 1;
    return bare.part(option.start(group), option.end(group))
        .found(Method.OPTION, option.group(group).toUpperCase(Locale.ROOT));
  }
}
