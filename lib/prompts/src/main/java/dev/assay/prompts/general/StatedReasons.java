// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

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

  private static final String NONE_GIVEN = "no reason given";

  private static final Pattern LABELLED =
      Pattern.compile(
          "^[ \\t*_#-]*(why|suggestion)[ \\t*_]*[:：](.*)$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Pattern NOTHING =
      Pattern.compile("(?:none|n/?a|no suggestion|-)?\\.?", Pattern.CASE_INSENSITIVE);

  static StatedReasons around(String before, String after) {
    String why =
        labelled("why", after)
            .or(() -> some(unlabelled(after)))
            .or(() -> labelled("why", before))
            .or(() -> lastParagraph(before))
            .orElse(NONE_GIVEN);
    Optional<String> suggestion =
        labelled("suggestion", after)
            .or(() -> labelled("suggestion", before))
            .filter(text -> !NOTHING.matcher(WorkBudget.metered(text)).matches());
    return new StatedReasons(why, suggestion);
  }

  /** What the last such label introduces, up to the next label or the end. */
  private static Optional<String> labelled(String label, String text) {
    String found = "";
    Matcher matcher = LABELLED.matcher(WorkBudget.metered(text));
    boolean more = matcher.find();
    while (more) {
      boolean wanted = matcher.group(1).equalsIgnoreCase(label);
      int start = matcher.start(2);
      more = matcher.find();
      if (wanted) {
        found = text.substring(start, more ? matcher.start() : text.length());
      }
    }
    return some(found);
  }

  private static String unlabelled(String text) {
    Matcher label = LABELLED.matcher(WorkBudget.metered(text));
    return label.find() ? text.substring(0, label.start()) : text;
  }

  private static Optional<String> lastParagraph(String text) {
    List<String> paragraphs = Paragraphs.of(text);
    return paragraphs.isEmpty() ? Optional.empty() : some(paragraphs.getLast());
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
    return c == '*' || c == '`' || Character.isWhitespace(c);
  }
}
