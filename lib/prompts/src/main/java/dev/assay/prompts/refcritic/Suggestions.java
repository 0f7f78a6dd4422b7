// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.refcritic;

import dev.assay.contracts.Bounds;
import dev.assay.text.WorkBudget;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the suggestions of a critique begin, under a label or a heading: they are for whoever
 * writes the solution anew, and what stands before them is the judgement with its reason.
 *
 * @param start of the label
 * @param text what is suggested, within {@link Bounds#REASON}; empty if nothing is
 */
record Suggestions(int start, Optional<String> text) {

  private static final Pattern LABEL =
      Pattern.compile(
          "^[\\h>*_#-]{0,12}+(?:\\d{1,2}[.)]\\h{1,3}+)?+[*_]{0,3}+"
              + "(?:suggest(?:ions?|ed (?:changes?|fix(?:es)?|improvements?))|refinements?|vorschl(?:ag|äge)"
              + "|sugerencias?|建议|修改建议|提案)"
              + "(?:\\h{1,3}for\\h{1,3}(?:refinement|improvement|revision))?"
              + "[\\h*_]{0,6}+(?:[:：]|(?=\\R))",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Pattern NOTHING =
      Pattern.compile(
          "(?:none(?: (?:needed|necessary))?|n/?a|no suggestions?|-|无)?[.\\s]*",
          Pattern.CASE_INSENSITIVE);

  /**
   * The last of a critique's.
   *
   * @param said the whole reply
   * @param from where the judgement ends
   */
  static Suggestions in(String said, int from) {
    return WorkBudget.forText(said)
        .run(() -> find(said, from), () -> new Suggestions(said.length(), Optional.empty()));
  }

  private static Suggestions find(String said, int from) {
    Matcher label = LABEL.matcher(WorkBudget.metered(said));
    if (!label.find(from)) {
      return new Suggestions(said.length(), Optional.empty());
    }
    return new Suggestions(label.start(), text(said.substring(label.end())));
  }

  private static Optional<String> text(String raw) {
    int start = 0;
    int end = raw.length();
    while (start < end && isOrnament(raw.charAt(start))) {
      start++;
    }
    while (start < end && isOrnament(raw.charAt(end - 1))) {
      end--;
    }
    String text = raw.substring(start, end);
    return NOTHING.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(Bounds.shortened(text, Bounds.REASON));
  }

  private static boolean isOrnament(char c) {
    return "*`>_".indexOf(c) >= 0 || Character.isWhitespace(c);
  }
}
