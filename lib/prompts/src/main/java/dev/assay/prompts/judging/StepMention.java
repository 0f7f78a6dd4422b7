// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.prompts.reading.AsciiEquivalents;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A marker somewhere in a text, whoever's it is and however it is dressed up: models write one
 * marker in many ways. A marker without a number, as the instructions have it, is no mention.
 *
 * @param start where it begins
 * @param end where the text goes on
 * @param step the step that it names, from 0, or {@link #NONE}, or {@link #UNCLEAR}
 */
public record StepMention(int start, int end, int step) {

  /** Every step holds. */
  public static final int NONE = -1;

  /** It names several steps, or none that there can be. */
  public static final int UNCLEAR = -2;

  /** What may stand within a marker and means nothing: spaces, emphasis, commands of TeX. */
  static final String DRESS =
      "(?:[\\h*_`'\"${}~#:=(]|\\\\[,;:! _]|\\\\(?!(?:f|m|frame)?box)[a-z]{2,12}){0,20}+";

  /**
   * From the box to the word in it. Whoever bends the brace, which is group {@code brace}, has a
   * text without a marker.
   */
  static final Pattern OPENING =
      Pattern.compile(
          "(?:(?<![a-z])\\\\{0,2}(?:f|m|frame)?box(?:ed)?\\h?\\\\?(?<brace>\\{)"
              + "|(?<tag><)(?:box(?:ed)?>|\\|begin_of_box\\|>))"
              + DRESS
              + "steps?",
          Pattern.CASE_INSENSITIVE);

  static final String CLOSE =
      "(?:[\\h*_`'\"$.!)~]|\\\\[,;:! ]){0,20}+(?:\\\\?\\}|</box(?:ed)?>|<\\|end_of_box\\|>)";

  static final String NUMBER_IN_IT = "(?<minus>-{1,2}\\h?)?[{\\h$]{0,3}(?<digits>\\p{Nd}++)";

  private static final Pattern NUMBER =
      Pattern.compile(DRESS + NUMBER_IN_IT + CLOSE, Pattern.CASE_INSENSITIVE);

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\h?\\}|" + DRESS + "(?:[<\\[]?[a-z]{0,2}[>\\]]?|number|\\.{2,3}|…|\\?)" + CLOSE,
          Pattern.CASE_INSENSITIVE);

  /** Past this many digits no solution has such a step, and no int such a number. */
  private static final int MOST_DIGITS = 9;

  private static final int DECIMAL = 10;

  /** All of them, in order, in the form {@code \box{STEP2}}. */
  public static List<StepMention> in(String text) {
    String ascii = AsciiEquivalents.ascii(text);
    List<StepMention> mentions = new ArrayList<>();
    Matcher opening = OPENING.matcher(WorkBudget.metered(ascii));
    Matcher number = NUMBER.matcher(WorkBudget.metered(ascii));
    Matcher placeholder = PLACEHOLDER.matcher(WorkBudget.metered(ascii));
    while (opening.find()) {
      int inside = opening.end();
      if (number.region(inside, ascii.length()).lookingAt()) {
        mentions.add(new StepMention(opening.start(), number.end(), named(number)));
      } else if (!placeholder.region(inside, ascii.length()).lookingAt()) {
        mentions.add(new StepMention(opening.start(), inside, UNCLEAR));
      }
    }
    return mentions;
  }

  /** The number as it stands there. */
  static int named(Matcher number) {
    String digits = number.group("digits");
    if (number.group("minus") != null) {
      return Character.digit(digits.charAt(0), DECIMAL) == 1 && digits.length() == 1
          ? NONE
          : UNCLEAR;
    }
    int step = 0;
    for (int i = 0; i < Math.min(digits.length(), MOST_DIGITS); i++) {
      step = DECIMAL * step + Character.digit(digits.charAt(i), DECIMAL);
    }
    return digits.length() > MOST_DIGITS ? UNCLEAR : step;
  }
}
