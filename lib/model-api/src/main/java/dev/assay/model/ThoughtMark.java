// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import dev.assay.text.TextTable;
import dev.assay.text.WorkBudget;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mark that a model sets where a thought begins or ends, as the table beside this class has it:
 * every family of models has marks of its own, and a mark that nobody published is not guessed.
 *
 * @param family of marks that belong together
 * @param text of the mark
 */
record ThoughtMark(String family, String text, Effect effect) {

  /** The table says what they mean. */
  enum Effect {
    OPENS,
    CLOSES,
    ENDS,
    FRAME
  }

  /** By their first two characters, and the longest first. */
  private static final Map<String, List<ThoughtMark>> MARKS =
      TextTable.of(ThoughtMark.class, "thinking.tsv").stream()
          .map(ThoughtMark::of)
          .sorted(Comparator.comparingInt((ThoughtMark mark) -> -mark.text.length()))
          .collect(Collectors.groupingBy(mark -> beginning(mark.text, 0)));

  private static final String FIRST =
      MARKS.keySet().stream()
          .map(each -> each.substring(0, 1) + each.substring(0, 1).toUpperCase(Locale.ROOT))
          .collect(Collectors.joining());

  private static ThoughtMark of(TextTable.Row row) {
    return new ThoughtMark(
        row.get("family"),
        row.get("mark"),
        Effect.valueOf(row.get("does").toUpperCase(Locale.ROOT)));
  }

  private static String beginning(String text, int at) {
    return text.substring(at, at + 2).toLowerCase(Locale.ROOT);
  }

  /** The mark that stands there, or null. */
  static @Nullable ThoughtMark at(String text, int at) {
    WorkBudget.spend(1);
    // Most characters begin no mark, and are not worth a string.
    if (at + 2 > text.length() || FIRST.indexOf(text.charAt(at)) < 0) {
      return null;
    }
    List<ThoughtMark> candidates = MARKS.getOrDefault(beginning(text, at), List.of());
    WorkBudget.spend(candidates.size());
    for (ThoughtMark mark : candidates) {
      if (text.regionMatches(true, at, mark.text, 0, mark.text.length())) {
        return mark;
      }
    }
    return null;
  }
}
