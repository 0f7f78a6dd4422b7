// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The amount that a sentence tells in the place of an answer, "Maria has 29 stickers left", if it
 * is the only number there.
 */
final class Told {

  /** What may stand behind an amount that is no part of it. */
  private static final String BEHIND =
      "left|remaining|altogether|together|total|now|each|in|on|for|from|at|after|that|this|with|to";

  private static final String AMOUNT =
      "((?:\\$\\s?)?[$€£]?\\d[\\d.,]{0,20}%?\\$?(?!\\s(?:more|less|fewer|times|percent)\\b)(?:\\s(?!(?:"
          + BEHIND
          + ")\\b)[\\p{L}²³/]{1,20}){0,3})";

  private static final String REST = "(?:\\s(?:" + BEHIND + ")\\b\\D*)?";

  private static final Pattern HAS =
      Pattern.compile(
          "\\p{Lu}?[\\p{L}' ]{0,60}?\\b(?:has|have|had|needs?|costs?|takes?|took|spends?|spent|earns?|earned|makes?|made|pays?|paid"
              + "|saves?|saved|sells?|sold|gets?|got|buys|bought|eats|ate|owes|receives?|received|walks|reads?|hay|tiene|tienen|quedan|hat"
              + "|haben|kostet|braucht|sind|gibt es|bleiben|il y a|reste|restent|coûte|ha|hanno|restano|heeft|kost)\\s"
              + "(?:(?:exactly|about|a total of|still|noch|insgesamt|en total)\\s)?"
              + AMOUNT
              + REST);

  /** Chinese and Japanese words part nothing. */
  private static final Pattern HAS_GLUED =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}]{0,20}?(?:需要|共有|还有|還有|还剩|還剩|剩下|剩|花了|有|是|共)\\s?(\\d[\\d.,]{0,20}\\s?\\p{IsHan}{0,4})");

  /** An amount of which something is said. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "([$€£]?\\d[\\d.,]{0,20}\\s\\p{L}{2,20})\\s(?:are|were|is|was|remain|remains|have|has|will|can)(?:\\s\\D*)?");

  private Told() {}

  /** The amount, or the statement itself. */
  static Span in(String text, Span statement) {
    String content = statement.of(text);
    for (Pattern each : new Pattern[] {HAS, HAS_GLUED, SUBJECT}) {
      Matcher told = each.matcher(content);
      if (told.matches()) {
        return statement.part(told.start(1), told.end(1));
      }
    }
    return statement;
  }
}
