// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines, with or without bullets, as a list: line breaks part what commas part elsewhere. */
final class Lines {

  private static final Pattern BULLET =
      Pattern.compile("^(?:[*\u2022\u2023-]\\s+|[0-9]{1,2}[.)]\\s+)");
  private static final Pattern END = Pattern.compile("[,;]?(?: (?:and|or))?$");
  private static final Pattern SYSTEM =
      Pattern.compile(
          "\\\\begin\\s?\\{(cases|aligned|align\\*?|gathered|split)\\}(.*)\\\\end\\s?\\{\\1\\}");

  private static final Pattern ALIGNED = Pattern.compile("&?\\s?(=|<|>|\\\\[lg]e(?![a-z]))\\s?&?");
  private static final Pattern ROW = Pattern.compile("\\\\\\\\(?:\\s?\\[[0-9. a-z]{1,10}\\])?");
  private static final int MOST = 60;

  private Lines() {}

  /** The list in one line; empty if the lines are no list. */
  static Optional<String> joined(String text) {
    List<String> lines =
        text.lines().map(String::strip).filter(each -> !each.isEmpty()).limit(MOST + 1).toList();
    boolean bullets = lines.stream().allMatch(each -> BULLET.matcher(each).find());
    boolean whole = lines.stream().allMatch(each -> isWhole(each));
    if (lines.size() < 2 || lines.size() > MOST || !whole) {
      return Optional.empty();
    }
    List<String> members =
        lines.stream()
            .map(each -> bullets ? BULLET.matcher(each).replaceFirst("") : each)
            .map(each -> END.matcher(each).replaceFirst(""))
            .toList();
    return Optional.of(String.join("; ", members));
  }

  /** The equations of a system, in one line; empty if it has cases with conditions. */
  static Optional<String> ofSystem(String text) {
    Matcher system = SYSTEM.matcher(WorkBudget.metered(text));
    if (!system.matches()) {
      return Optional.empty();
    }
    String plain = ALIGNED.matcher(system.group(2)).replaceAll("$1");
    List<String> rows =
        List.of(ROW.split(plain, MOST)).stream()
            .map(each -> END.matcher(each.strip()).replaceFirst(""))
            .filter(each -> !each.isEmpty())
            .toList();
    return plain.contains("&") || rows.size() < 2
        ? Optional.empty()
        : Optional.of(String.join(", ", rows));
  }

  /** Whether no bracket and no formula goes on in the next line. */
  private static boolean isWhole(String line) {
    boolean continued = line.endsWith("=") || line.endsWith("+") || line.endsWith("\\\\");
    boolean dollars = line.chars().filter(each -> each == '$').count() % 2 == 0;
    boolean environment = line.contains("\\begin") || line.contains("\\end");
    boolean fence = line.equals("\\[") || line.equals("\\]") || line.startsWith("```");
    return !continued
        && dollars
        && !environment
        && !fence
        && Brackets.close("(" + line + ")", 0) == line.length() + 1;
  }
}
