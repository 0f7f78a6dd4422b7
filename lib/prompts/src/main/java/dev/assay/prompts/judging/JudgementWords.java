// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.text.TextTable;
import dev.assay.text.WorkBudget;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What words around a marker show, in the languages of {@code judgement-words.tsv}. In an unknown
 * language a marker is read by where it stands alone.
 */
enum JudgementWords {
  /** What was said before is the ground for what follows. */
  CONCLUDES,
  /** A verdict is being given. */
  JUDGES,
  /** What follows holds under a condition only. */
  CONDITIONAL,
  /** Something is to be, or would be. */
  MODAL,
  /** How to write is spoken of, not what was found. */
  DESCRIBES,
  /** It is not decided. */
  DOUBTS,
  /** Somebody's words are repeated. */
  SPEAKS,
  /** Something is wrong. */
  ERRS,
  /** Something is right. */
  APPROVES,
  /** An error is no longer one. */
  FORGIVES,
  /** A question that was closed is open again; at the beginning of a sentence. */
  REOPENS,
  /** There is more to say; at the beginning of a sentence. */
  CONTINUES,
  /**
   * What was said before is taken back; at the beginning of a sentence, or right before a verdict.
   */
  REVISES,
  /** An earlier verdict no longer counts, wherever this is said. */
  RETRACTS,
  /** Something is looked at a second time, or an apology is made. */
  RECONSIDERS,
  /** A verdict was not meant to be the last one. */
  PROVISIONAL,
  /** This is the last verdict, whatever came before. */
  FINALIZES,
  /** A reason follows. */
  BECAUSE,
  /** The eye is on something that is yet to be judged. */
  VISITS;

  /** Scripts without a space between two words. */
  private static final Set<UnicodeScript> UNSPACED =
      Set.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

  /** Looking for a phrase is some eight times as fast as looking at characters one by one. */
  private static final int PHRASES_A_STEP = 8;

  private static final String STOP = " . ";

  private static final Map<String, List<String>> PHRASES =
      TextTable.of(JudgementWords.class, "judgement-words.tsv").stream()
          .collect(
              Collectors.groupingBy(
                  row -> row.get("role"),
                  Collectors.flatMapping(
                      row -> Arrays.stream(row.get("phrases").split("; ")).map(JudgementWords::key),
                      Collectors.toList())));

  /** The phrases of each by their first words; those of scripts without spaces by none. */
  private static final Map<JudgementWords, Map<String, List<String>>> BEGINNINGS =
      Stream.of(values())
          .collect(
              Collectors.toMap(
                  role -> role,
                  role ->
                      role.phrases().stream()
                          .collect(Collectors.groupingBy(JudgementWords::firstWord))));

  private static String firstWord(String phrase) {
    return phrase.startsWith(" ") ? phrase.substring(1, phrase.indexOf(' ', 1)) : "";
  }

  private static String key(String phrase) {
    boolean spaced = phrase.codePoints().mapToObj(UnicodeScript::of).noneMatch(UNSPACED::contains);
    return spaced ? " " + phrase + " " : phrase;
  }

  private List<String> phrases() {
    return PHRASES.getOrDefault(name().toLowerCase(Locale.ROOT), List.of());
  }

  boolean in(Prose prose) {
    return last(prose) >= 0;
  }

  /** Where the last of these phrases stands, or below zero. */
  int last(Prose prose) {
    WorkBudget.spend((long) prose.words().length() * phrases().size() / PHRASES_A_STEP);
    return phrases().stream().mapToInt(prose.words()::lastIndexOf).max().orElse(-1);
  }

  /** Where the last of these phrases ends, or zero. */
  int end(Prose prose) {
    WorkBudget.spend((long) prose.words().length() * phrases().size() / PHRASES_A_STEP);
    return phrases().stream()
        .filter(prose.words()::contains)
        .mapToInt(phrase -> prose.words().lastIndexOf(phrase) + phrase.length())
        .max()
        .orElse(0);
  }

  /** Whether one of them stands before a colon. */
  boolean introduces(Prose prose) {
    WorkBudget.spend((long) prose.words().length() * phrases().size() / PHRASES_A_STEP);
    return phrases().stream()
        .anyMatch(phrase -> prose.words().contains(phrase.stripTrailing() + " : "));
  }

  /** Whether a sentence begins with one of them. */
  boolean begins(Prose prose) {
    String words = prose.words();
    WorkBudget.spend(words.length());
    for (int stop = words.indexOf(STOP); stop >= 0; stop = words.indexOf(STOP, stop + 1)) {
      if (isAt(words, stop + STOP.length() - 1)) {
        return true;
      }
    }
    return false;
  }

  /** Looked up by the first word, as there are many sentences. */
  private boolean isAt(String words, int space) {
    int end = Math.max(space + 1, words.indexOf(' ', space + 1));
    String first = words.substring(space + 1, end);
    Map<String, List<String>> beginnings = BEGINNINGS.getOrDefault(this, Map.of());
    List<String> spaced = beginnings.getOrDefault(first, List.of());
    List<String> unspaced = beginnings.getOrDefault("", List.of());
    return spaced.stream().anyMatch(phrase -> words.startsWith(phrase, space))
        || unspaced.stream().anyMatch(phrase -> words.startsWith(phrase, space + 1));
  }
}
