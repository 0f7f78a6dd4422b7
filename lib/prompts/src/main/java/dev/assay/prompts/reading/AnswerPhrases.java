// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.text.TextTable;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nouns by which languages say what an answer is, from the table beside this class. */
final class AnswerPhrases {

  /** By their first character, and the longest first. */
  private static final Map<Character, List<Noun>> NOUNS = read();

  private AnswerPhrases() {}

  /** One noun, and what its language puts behind it. */
  record Noun(String text, AnswerLink link) {

    private boolean standsIn(String line, int at) {
      return line.regionMatches(true, at, text, 0, text.length())
          && isFree(line, at)
          && !goesOn(line, at + text.length());
    }

    private boolean isFree(String line, int at) {
      if (at == 0) {
        return true;
      }
      char before = line.charAt(at - 1);
      return Scripts.isGlued(text.charAt(0))
          || Scripts.isPrefixed(text.charAt(0))
          || !(Character.isLetterOrDigit(before) || before == '"' || isWordWith(line, at));
    }

    /** A line under it joins a name; two of them are emphasis. */
    private static boolean isWordWith(String line, int at) {
      return at > 1 && line.charAt(at - 1) == '_' && Character.isLetterOrDigit(line.charAt(at - 2));
    }

    private boolean goesOn(String line, int end) {
      char last = text.charAt(text.length() - 1);
      return end < line.length()
          && last != '.'
          && !Scripts.isGlued(last)
          && (Character.isLetterOrDigit(line.charAt(end)) || isNameWith(line, end));
    }

    private static boolean isNameWith(String line, int at) {
      return line.charAt(at) == '_'
          && at + 1 < line.length()
          && Character.isLetterOrDigit(line.charAt(at + 1));
    }
  }

  /** The nouns that begin there: one noun has a verb of its own in each language that has it. */
  static List<Noun> at(String text, int at) {
    WorkBudget.spend(1);
    List<Noun> candidates = NOUNS.get(lower(text.charAt(at)));
    if (candidates == null) {
      return List.of();
    }
    WorkBudget.spend(1);
    List<Noun> nouns = null;
    for (Noun noun : candidates) {
      if (noun.standsIn(text, at)) {
        nouns = nouns == null ? new ArrayList<>() : nouns;
        nouns.add(noun);
      }
    }
    return nouns == null ? List.of() : nouns;
  }

  private static char lower(char c) {
    return Character.toLowerCase(c);
  }

  private static Map<Character, List<Noun>> read() {
    Map<Character, List<Noun>> nouns = new HashMap<>();
    for (TextTable.Row row : TextTable.of(AnswerPhrases.class, "phrases.tsv")) {
      AnswerLink link = AnswerLink.of(row);
      for (String noun : alternatives(row.get("noun"))) {
        nouns
            .computeIfAbsent(lower(noun.charAt(0)), _ -> new ArrayList<>())
            .add(new Noun(noun, link));
      }
    }
    nouns
        .values()
        .forEach(each -> each.sort(Comparator.comparingInt(noun -> -noun.text().length())));
    return Map.copyOf(nouns);
  }

  private static List<String> alternatives(String cell) {
    return AnswerLink.COMMA.splitAsStream(cell).filter(each -> !each.isEmpty()).toList();
  }
}
