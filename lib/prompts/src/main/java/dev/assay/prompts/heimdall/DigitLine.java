// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.heimdall;

import dev.assay.prompts.judging.MarkerSyntax;
import dev.assay.prompts.judging.StepMention;
import dev.assay.prompts.reading.AsciiEquivalents;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The verdict of a whole solution on a line, {@code Answer: 1} or {@code Answer: 0}. A sentence
 * that speaks of an answer, and a line with another answer than these, are none.
 */
final class DigitLine implements MarkerSyntax {

  /** It begins a line or a sentence. */
  private static final String BEGINNING =
      "(?:^|(?<=[.!?;:)\\]}。]))[\\h>*_#`~\"'|$(+•-]{0,12}+"
          + "(?<words>(?:(?:so|the|my|final|verdict|therefore|thus|hence)[\\h,*_]{1,4}){0,3}+";

  private static final String DRESS = "(?:[\\h*_`\"'$({\\[]|\\\\[(\\[]|\\\\[a-z]{2,10}\\{){0,12}+";

  private static final String CLOSE = "(?:[\\h*_`\"'$)}\\]|~]|\\\\[)\\]]){0,12}+";

  /** Nothing that makes another value of it. */
  private static final String END =
      "(?![\\p{L}\\p{N}%°])(?!\\h?[.,/:^+*=-]\\h?\\p{N})" + CLOSE + "(?=$|[.,;!(–—-]|\\R)";

  private static final Pattern LINE =
      Pattern.compile(
          BEGINNING + "answer)[\\h*_`\"']{0,8}:" + DRESS + "(?<digit>[01])" + END,
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /**
   * What has to be bent in a text that is shown, so that nobody takes a line of it for a verdict.
   */
  static final Pattern LIVE =
      Pattern.compile(
          "answer[\\h*_`\"']{0,8}(:)" + DRESS + "[01](?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);

  @Override
  public List<StepMention> in(String text) {
    Matcher line = LINE.matcher(WorkBudget.metered(AsciiEquivalents.ascii(text)));
    List<StepMention> mentions = new ArrayList<>();
    while (line.find()) {
      boolean right = line.group("digit").equals("1");
      mentions.add(new StepMention(line.start("words"), line.end(), right ? StepMention.NONE : 0));
    }
    return mentions;
  }

  /** Where the digit of a mention stands. */
  static int digit(String text, StepMention mention) {
    int at = mention.start();
    while (at < mention.end() - 1
        && "01".indexOf(AsciiEquivalents.ascii(text.substring(at, at + 1))) < 0) {
      at++;
    }
    return at;
  }
}
