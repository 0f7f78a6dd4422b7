// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.prompts.reading.AsciiEquivalents;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markers that are a number in a box, {@code \boxed{2}}. A box with anything else in it, or one
 * that is never closed, names no step.
 *
 * @param base from where steps are counted
 */
public record BoxedStep(IndexBase base) implements MarkerSyntax {

  private static final Pattern OPENING =
      Pattern.compile("\\\\boxed\\h?\\{", Pattern.CASE_INSENSITIVE);

  /** What may stand around the number and means nothing, and that it is one of a paragraph. */
  private static final String BEFORE =
      "(?:[\\h*_`'\"$(]|\\\\[,;:! ]|\\\\(?:text|math)(?:rm|bf|it|tt)?\\{){0,9}+"
          + "(?:(?:paragraph|step)s?(?:[\\h_:#]|\\\\_){0,3})?";

  private static final String BEHIND = "(?:[\\h*_`'\"$.)}]|\\\\[,;:! ]){0,9}+";

  private static final Pattern NUMBER =
      Pattern.compile(BEFORE + StepMention.NUMBER_IN_IT + BEHIND, Pattern.CASE_INSENSITIVE);

  /** What has to be bent in a text that is shown, so that nobody takes a box of it for a marker. */
  public static final Pattern LIVE =
      Pattern.compile(
          "\\\\boxed\\h?(\\{)" + BEFORE + "-{0,2}\\h?\\p{Nd}++[\\h*_`'\"$.)]{0,9}+(\\})",
          Pattern.CASE_INSENSITIVE);

  /** A box with a number is shorter. */
  private static final int LONGEST = 60;

  @Override
  public List<StepMention> in(String text) {
    String ascii = AsciiEquivalents.ascii(text);
    List<StepMention> mentions = new ArrayList<>();
    Matcher opening = OPENING.matcher(WorkBudget.metered(ascii));
    while (opening.find()) {
      int end = closing(ascii, opening.end());
      mentions.add(
          new StepMention(
              opening.start(),
              Math.max(opening.end(), end + 1),
              end < 0 ? StepMention.UNCLEAR : step(ascii.substring(opening.end(), end))));
    }
    return mentions;
  }

  /** Where the box ends, or below zero. */
  private static int closing(String text, int from) {
    int open = 1;
    int most = Math.min(text.length(), from + LONGEST);
    WorkBudget.spend((long) most - from);
    for (int at = from; at < most; at++) {
      char c = text.charAt(at);
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (open == 0) {
        return at;
      }
    }
    return -1;
  }

  private int step(String content) {
    Matcher number = NUMBER.matcher(content);
    return number.matches() ? base.ours(StepMention.named(number)) : StepMention.UNCLEAR;
  }
}
