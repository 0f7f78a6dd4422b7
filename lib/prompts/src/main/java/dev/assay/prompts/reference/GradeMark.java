// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reference;

import dev.assay.prompts.judging.MarkerSyntax;
import dev.assay.prompts.judging.StepMention;
import dev.assay.prompts.reading.AsciiEquivalents;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A grade in a longer reply: {@code Final Judgment: \boxed{A}}, with or without the box. A box with
 * a letter and no such words before it is one too, if it is the last thing that is said.
 */
final class GradeMark implements MarkerSyntax {

  private static final String DRESS = "[\\h*_`\"'$(\\[]{0,8}+";

  private static final String BOX = "\\\\{0,2}boxed\\h?(\\{)(?:\\h|\\\\[a-z]{2,10}\\{){0,4}+";

  /** The letter, and the word for it that may follow. */
  private static final String GRADE =
      "(?<grade>[ABC](?![\\p{L}\\p{N}])|(?:in)?correct(?![\\p{L}])|invalid(?![\\p{L}]))"
          + "(?<close>[\\h*_`\"'$)\\]}]{0,8}+)(?<also>[:–—-]{1,2}\\h{0,3}[*_(]{0,3}"
          + "(?:correct|incorrect|invalid|incomplete|repetitive|refusal)(?![\\p{L}]))?"
          + "(?!\\h?[/|])(?!,?\\h{1,3}or\\b)";

  private static final Pattern MARK =
      Pattern.compile(
          "(?:(?:(?:final|my|overall)\\h{1,3})?+judge?ment"
              + DRESS
              + ":[\\s>]{0,6}"
              + DRESS
              + "(?:"
              + BOX
              + ")?|"
              + BOX
              + ")"
              + GRADE,
          Pattern.CASE_INSENSITIVE);

  /** What has to be bent in a text that is shown, so that nobody takes it for a grade. */
  static final Pattern LIVE =
      Pattern.compile(
          "judge?ment"
              + DRESS
              + "(:)|"
              + BOX
              + "(?=(?:[ABC]|(?:in)?correct|invalid)(?![\\p{L}\\p{N}]))",
          Pattern.CASE_INSENSITIVE);

  @Override
  public List<StepMention> in(String text) {
    Matcher mark = MARK.matcher(WorkBudget.metered(AsciiEquivalents.ascii(text)));
    List<StepMention> mentions = new ArrayList<>();
    while (mark.find()) {
      Grade grade = Grade.of(mark.group("grade"));
      boolean agrees = agrees(grade, mark.group("also"));
      mentions.add(
          new StepMention(mark.start(), mark.end(), agrees ? grade.mark() : StepMention.UNCLEAR));
    }
    return mentions;
  }

  /** Where the letter of a mention stands. */
  static int letter(String text, StepMention mention) {
    Matcher mark =
        MARK.matcher(AsciiEquivalents.ascii(text)).region(mention.start(), text.length());
    return mark.lookingAt() ? mark.start("grade") : mention.start();
  }

  /** The words for an invalid answer are many. */
  private static boolean agrees(Grade grade, @Nullable String also) {
    return also == null
        || Grade.of(also.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")) == grade;
  }
}
