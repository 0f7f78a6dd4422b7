// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.FinalAnswer.Method;
import dev.assay.text.WorkBudget;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The guess of last resort. */
final class LastNumber {

  // A sign behind a letter or a digit is a dash or an operation; digits within a word are a name.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.,])(?:(?<![)}\\]])[-\\u2212])?"
              + "(?:\\d{1,3}(?:,\\d{3})++(?!\\d)|\\d++)(?:\\.\\d++)?+(?:/\\d++)?+%?");

  private LastNumber() {}

  static Optional<FinalAnswer> in(String text) {
    return NUMBER
        .matcher(WorkBudget.metered(text))
        .results()
        .reduce((_, later) -> later)
        .map(LastNumber::answer);
  }

  private static FinalAnswer answer(MatchResult number) {
    return new FinalAnswer(Method.LAST_NUMBER, number.group(), number.start(), number.end());
  }
}
