// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.refcritic;

import dev.assay.prompts.judging.MarkerSyntax;
import dev.assay.prompts.judging.StepMention;
import dev.assay.prompts.reading.AsciiEquivalents;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The judgement of a whole solution on a line, {@code Judgement: correct} or {@code Judgement:
 * incorrect}, or under a heading of that name. "Partly correct" is neither.
 */
final class JudgementLine implements MarkerSyntax {

  private static final String BEGINNING =
      "(?:^|(?<=[.!?;:)\\]}。]))[\\h>*_#`~\"'|$(+•-]{0,12}+(?:\\d{1,2}[.)]\\h{1,3}+)?+[*_]{0,3}+"
          + "(?<label>(?:(?:so|the|my|our|final|overall|therefore|thus|hence)[\\h,*_]{1,4}){0,3}+";

  private static final String LABEL = "judge?ment)";

  /** Spaces, emphasis, TeX; after a heading a line break. */
  private static final String DRESS = "(?:[\\h*_`\"'$({\\[]|\\\\[(\\[]|\\\\[a-z]{2,10}\\{){0,12}+";

  private static final String TO =
      "[\\h*_`\"']{0,8}+(?:(?<colon>:)"
          + DRESS
          + "(?:\\R{1,2}"
          + DRESS
          + ")?+|\\R{1,2}"
          + DRESS
          + ")";

  private static final String SUBJECT =
      "(?:(?:the|this|it|whole|solution|answer|final)\\h{1,3}){0,4}(?:is\\h{1,3})?";

  private static final String WORD =
      "(?<word>(?:not|in|partially|partly|mostly|largely|almost|probably)?[\\h-]?"
          + "(?:correct|right|wrong|flawed))";

  private static final String END = "(?![\\p{L}\\p{N}])(?!\\h?[/|])(?!,?\\h{1,3}or\\b)";

  private static final Pattern LINE =
      Pattern.compile(
          BEGINNING + LABEL + TO + SUBJECT + "[*_`]{0,3}" + WORD + END,
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /**
   * What has to be bent in a text that is shown, so that nobody takes a line of it for a verdict.
   */
  static final Pattern LIVE =
      Pattern.compile(
          "(j)udge?ment[\\h*_`\"']{0,8}(?=\\R)|judge?ment[\\h*_`\"']{0,8}(:)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public List<StepMention> in(String text) {
    Matcher line = LINE.matcher(WorkBudget.metered(AsciiEquivalents.ascii(text)));
    List<StepMention> mentions = new ArrayList<>();
    while (line.find()) {
      mentions.add(new StepMention(line.start("label"), line.end(), meaning(line.group("word"))));
    }
    return mentions;
  }

  private static int meaning(String word) {
    return switch (word.toLowerCase(Locale.ROOT).strip()) {
      case "correct", "right" -> StepMention.NONE;
      case "incorrect", "not correct", "not right", "wrong", "flawed" -> 0;
      default -> StepMention.UNCLEAR;
    };
  }
}
