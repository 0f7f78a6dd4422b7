// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.prompts.reading.Paragraphs;
import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that come with a marker: they follow it as asked, or stand before it. A judgement whose
 * reason cannot be found is still a judgement.
 */
record StatedReasons(String why, Optional<String> suggestion) {

  static final String NONE_GIVEN = "no reason given";

  private static final String WHY =
      "why|reason(?:ing)?|explanation|justification|grund|begründung|raison|razón|motivo|原因|理由";
  private static final String SUGGESTION = "suggestion|vorschlag|sugerencia|建议|提案";

  /** What introduces the words that belong to a marker. */
  static final String LABEL = "(?:" + WHY + "|" + SUGGESTION + ")[ \\t*_]*+[:：]";

  private static final Pattern LABELLED =
      Pattern.compile(
          "^[ \\t*_#>-]*+(?:(?<why>" + WHY + ")|" + SUGGESTION + ")[ \\t*_]*+[:：](?<said>.*)$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Pattern NOTHING =
      Pattern.compile("(?:none|n/?a|no suggestion|-)?\\.?", Pattern.CASE_INSENSITIVE);

  /** Of a sentence that is left when its marker is taken out: the words that led to it. */
  private static final Pattern LEADING_TO =
      Pattern.compile(
          "[\\s,:;(\\-–—]*+(?:\\b(?:and|so|thus|hence|therefore|which means|daher|also|donc))?"
              + "[\\s,:;($\\\\\\[`*_\\-–—]*+$",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_LEAD = 60;

  /** From the marker to the reason in the same sentence. */
  private static final Pattern LEADING_ON =
      Pattern.compile(
          "^[^\\p{L}\\p{N}\\n]*+(?:(?:because|since|as|where|for)\\b\\h*+)?",
          Pattern.CASE_INSENSITIVE);

  static StatedReasons around(String before, String after) {
    String why =
        labelled(true, after)
            .or(() -> some(unlabelled(after)))
            .or(() -> labelled(true, before))
            .or(() -> lastParagraph(before))
            .orElse(NONE_GIVEN);
    Optional<String> suggestion =
        labelled(false, after)
            .or(() -> labelled(false, before))
            .filter(text -> !NOTHING.matcher(WorkBudget.metered(text)).matches());
    return new StatedReasons(why, suggestion);
  }

  /** What the last such label introduces, up to the next label or the end. */
  private static Optional<String> labelled(boolean why, String text) {
    String found = "";
    Matcher matcher = LABELLED.matcher(WorkBudget.metered(text));
    boolean more = matcher.find();
    while (more) {
      boolean wanted = why == (matcher.group("why") != null);
      int start = matcher.start("said");
      more = matcher.find();
      if (wanted) {
        found = text.substring(start, more ? matcher.start() : text.length());
      }
    }
    return some(found);
  }

  private static String unlabelled(String text) {
    Matcher label = LABELLED.matcher(WorkBudget.metered(text));
    String said = label.find() ? text.substring(0, label.start()) : text;
    String words = LEADING_ON.matcher(WorkBudget.metered(said)).replaceFirst("").strip();
    return words.endsWith(")") && words.indexOf('(') < 0
        ? words.substring(0, words.length() - 1)
        : words;
  }

  private static Optional<String> lastParagraph(String text) {
    List<String> paragraphs = Paragraphs.of(text);
    for (String paragraph : paragraphs.reversed()) {
      int tail = Math.max(0, paragraph.length() - LONGEST_LEAD);
      Matcher lead = LEADING_TO.matcher(paragraph).region(tail, paragraph.length());
      Optional<String> words = some(lead.find() ? paragraph.substring(0, lead.start()) : paragraph);
      if (words.isPresent()) {
        return words;
      }
    }
    return Optional.empty();
  }

  /** The words without the emphasis or the fence around them, if there are any. */
  private static Optional<String> some(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isOrnament(text.charAt(start))) {
      start++;
    }
    while (start < end && isOrnament(text.charAt(end - 1))) {
      end--;
    }
    return start == end ? Optional.empty() : Optional.of(text.substring(start, end));
  }

  private static boolean isOrnament(char c) {
    return "*`>".indexOf(c) >= 0 || Character.isWhitespace(c);
  }
}
