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

  /** What people call the letter of a choice. */
  private static final String NAMED =
      "(?iu:(?:the|la|a|l'|die|el|il|de)\\s?)?(?iu:option|choice|letter|answer|opción|opção|alternativ[ae]"
          + "|opzione|optie|antwort|вариант|选项|選項|seçenek)\\s?";

  /** More choices behind the first. */
  private static final Pattern MORE =
      Pattern.compile(
          "[A-Ja-j]\\)?\\}?\\s?(?:,|and|or|&|und|y|et)\\s?(?:and\\s)?\\(?[A-J](?:\\)|(?!\\w)).*");

  /** Small letters count in brackets only: outside of them they are variables. */
  private static final Pattern OPTION =
      Pattern.compile(
          "(?:"
              + NAMED
              + ")?(?:\\\\(?:text|mathrm|textbf|mathbf)\\{)?"
              + "(?:\\(([A-Ja-j])\\)|([A-J])\\)?)\\}?[*_]{0,2}(?:[.:,]?\\s.{1,200})?");

  /** Where the question lists options. */
  private static final Pattern LISTED =
      Pattern.compile(
          "(?:"
              + NAMED
              + ")?(?:\\\\(?:text|mathrm|textbf|mathbf)\\{)?"
              + "(?:\\(([A-Ja-j])\\)|([A-Ja-j])(?:\\)|(?![\\w'])))\\}?[*_]{0,2}(?:[.:,]?\\s.{1,200})?");

  private static final Pattern LETTER_AND_WORDS = Pattern.compile("[A-J]\\s.*|[b-j]\\s.*");
  private static final Pattern YES_NO =
      Pattern.compile("(yes|no)(?:[,;.]\\s\\D{1,100})?", Pattern.CASE_INSENSITIVE);

  /** A line of a dialogue; {@code A:} says whose it is. */
  private static final Pattern REPLIED = Pattern.compile("A:\\s?[-$\\d].*");

  private static final int LONGEST = 300;

  private Choice() {}

  /** The choice that a stretch of text is, whatever it is dressed in. */
  static Optional<FinalAnswer> of(String text, Span span, AnswerOptions options) {
    if (span.length() > LONGEST) {
      return Optional.empty();
    }
    Span bare = span.bare(text);
    String content = AsciiEquivalents.ascii(bare.of(text));
    Matcher yesNo = YES_NO.matcher(content);
    if (yesNo.matches()) {
      return Optional.of(bare.found(Method.YES_NO, yesNo.group(1).toLowerCase(Locale.ROOT)));
    }
    Matcher option = (options.isEmpty() ? OPTION : LISTED).matcher(content);
    if (options.isEmpty() && REPLIED.matcher(content).matches()) {
      return Optional.empty();
    }
    boolean one = option.matches() && !MORE.matcher(content.replace("(", "")).matches();
    // A capital letter that opens a sentence is no choice.
    return one && !LETTER_AND_WORDS.matcher(content).matches()
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
