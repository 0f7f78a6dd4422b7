// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.FinalAnswer.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers out of a list: a letter, or yes and no. */
final class Choice {

  /** Small letters count in brackets only: outside of them they are variables. */
  private static final Pattern OPTION =
      Pattern.compile(
          "(?:(?i:option|choice)\\s)?(?:\\\\(?:text|mathrm|textbf)\\{)?"
              + "(?:\\(([A-Ja-j])\\)|([A-J])\\)?)\\}?(?:[.:]?\\s.{1,200})?");

  private static final Pattern LETTER_AND_WORDS = Pattern.compile("[A-J]\\s.*");
  private static final Pattern YES_NO = Pattern.compile("yes|no", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 300;

  private Choice() {}

  /** The choice that a stretch of text is, whatever it is dressed in. */
  static Optional<FinalAnswer> of(String text, Span span) {
    if (span.length() > LONGEST) {
      return Optional.empty();
    }
    Span bare = span.bare(text);
    String content = bare.of(text);
    if (YES_NO.matcher(content).matches()) {
      return Optional.of(bare.found(Method.YES_NO, content.toLowerCase(Locale.ROOT)));
    }
    Matcher option = OPTION.matcher(content);
    // A capital letter that opens a sentence is no choice.
    return option.matches() && !LETTER_AND_WORDS.matcher(content).matches()
        ? Optional.of(letter(option, bare))
        : Optional.empty();
  }

  private static FinalAnswer letter(Matcher option, Span bare) {
    int group = option.group(1) == null ? 2 : 1;
    return bare.part(option.start(group), option.end(group))
        .found(Method.OPTION, option.group(group).toUpperCase(Locale.ROOT));
  }
}
