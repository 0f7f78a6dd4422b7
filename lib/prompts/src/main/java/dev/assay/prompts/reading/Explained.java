// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a statement that says first how it comes about: "7 more than 20, i.e. 27", "100 - 37
 * = 63 apples", "50% of 60, so 30".
 */
final class Explained {

  /** What says how to find a value, and is none. */
  private static final Pattern WAY =
      Pattern.compile(
          "(?<!\\p{L})(?:more than|less than|fewer than|times|twice|thrice|half of|double|triple|the same|(?:%|percent|thirds?|quarters?|sum|product|difference) of"
              + "|plus|minus|divided by)\\b|\\d[\\s$a-z²³]{0,12}(?:[*×·]|\\\\times|\\\\cdot)[\\s$]{0,4}\\d|\\d[\\s$]{0,3}[-+][\\s$]{0,3}\\d|\\d\\s[/÷]\\s\\d",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RESULT =
      Pattern.compile(
          "[,;]?\\s(?:namely|that is|i\\.e\\.|so|which|or(?!\\s\\S*\\d[.,]\\d)|hence|therefore|thus|giving)(?!\\p{L}),?\\s(?:(?:the|it|this|that)\\s)?(?:(?!about|approx|around|roughly|nearly)\\p{L}{1,20}\\s){0,2}"
              + "((?:\\$\\s?)?[-−]?[$€£]?\\d[\\d.,/]{0,30}(?:%|\\$)?(?:\\s(?!is|are|was|were|remain|ha|do|fail|will|of)[\\p{L}²³^\\d]{1,20}){0,2})[.!*\\s]{0,4}$");

  /** One who puts himself right in the middle of a sentence. */
  private static final Pattern CORRECTED =
      Pattern.compile(
          "\\d[^.!?\\n]{0,20}?(?:[,;(]|\\s[–—-])\\s?(?:no|wait|i mean|sorry|or rather|rather|make that|actually|correction)[,:]?\\s"
              + "(?:(?:wait|sorry|no|it is|it's|i mean|make that)[,:]?\\s){0,3}([-−]?[$€£]?\\d[\\d.,/]{0,30}%?)[.!*\\s)]{0,4}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EQUATION =
      Pattern.compile(
          "\\$?[\\d(][^=\\n]{1,60}=\\s?\\$?([$€£]?\\d[\\d.,]{0,20}\\s\\p{L}{2,20}(?:\\s\\p{L}{2,20})?)[.!*\\s]{0,4}$");

  private Explained() {}

  /**
   * @param line from the statement on
   * @param sentence what of it was taken for the statement
   */
  static Optional<Span> in(String text, Span line, Span sentence) {
    Matcher corrected = CORRECTED.matcher(line.of(text));
    if (corrected.find()) {
      return Optional.of(line.part(corrected.start(1), corrected.end(1)).bare(text));
    }
    Span bare = sentence.bare(text);
    Matcher equation = EQUATION.matcher(bare.of(text));
    if (equation.lookingAt() && WAY.matcher(bare.of(text)).find()) {
      return Optional.of(bare.part(equation.start(1), equation.end(1)).bare(text));
    }
    if (!WAY.matcher(sentence.of(text)).find()) {
      return Optional.empty();
    }
    Span rest = new Span(sentence.start(), line.end());
    Matcher result = RESULT.matcher(rest.of(text));
    return result.find()
        ? Optional.of(rest.part(result.start(1), result.end(1)).bare(text))
        : Optional.empty();
  }
}
