// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.text.WorkBudget;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The lines of a text that stand apart as quotations do: fenced, marked with {@code >}, or between
 * the tags or the commands for it. A fence that is never closed goes on to the end.
 */
final class QuotationBlocks {

  private static final Pattern OPENS =
      Pattern.compile(
          "\\s{0,9}(?:```|~~~|<(?:blockquote|pre|code)>|\\\\begin\\{(?:quot|verbatim))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLOSES =
      Pattern.compile(
          "(?:^\\s{0,9}(?:```|~~~)|</(?:blockquote|pre|code)>|\\\\end\\{(?:quot|verbatim))",
          Pattern.CASE_INSENSITIVE);

  /** Where each of these lines ends, by where it begins. */
  private final NavigableMap<Integer, Integer> apart = new TreeMap<>();

  private boolean wordsOutside;

  QuotationBlocks(String text) {
    WorkBudget.spend(2L * text.length());
    boolean open = false;
    for (int start = 0; start < text.length(); start++) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end);
      boolean opens = !open && OPENS.matcher(line).lookingAt();
      if (open || opens || line.stripLeading().startsWith(">")) {
        apart.put(start, end);
      } else {
        wordsOutside |= line.chars().anyMatch(Character::isLetter);
      }
      open = opens ? !closesToo(line) : open && !CLOSES.matcher(line).find();
      start = end;
    }
  }

  /** A fence of one line has words behind its first sign, and the same sign at its end. */
  private static boolean closesToo(String line) {
    String said = line.strip();
    return said.indexOf("</") > 0 || (said.length() > 6 && said.endsWith(said.substring(0, 3)));
  }

  /** Whether a place stands in one, and words outside of them. */
  boolean set(int place) {
    Map.Entry<Integer, Integer> line = apart.floorEntry(place);
    return wordsOutside && line != null && place < line.getValue();
  }
}
