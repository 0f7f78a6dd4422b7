// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.text.TextTable;
import dev.assay.text.WorkBudget;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes off the capitals that only prose asks for, at the beginning of a word or in a shout. Those
 * inside a word, and those of short names, carry meaning: RrYy and RRYY, Hf and HF, Mg and mg.
 */
final class WordCase {

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
  private static final Pattern ORDINARY = Pattern.compile("[A-Z][a-z]+");

  /** Letters of a word that is more than the name of something; a shorter one may be an acronym. */
  private static final int SHOUT = 5;

  /** Letters of a symbol: an element, a unit, a pair of genes. */
  private static final int SYMBOL = 2;

  /** Words that are another word with a capital. */
  private static final Set<String> CAPITONYMS =
      WorkBudget.unmetered(
          () ->
              TextTable.of(WordCase.class, "capitonyms.tsv").stream()
                  .map(row -> row.get("word"))
                  .collect(Collectors.toUnmodifiableSet()));

  private WordCase() {}

  static String ordinary(String text) {
    if (isShout(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    if (CAPITONYMS.contains(text)) {
      return text;
    }
    boolean prose = text.contains(" ") && text.chars().noneMatch(Character::isDigit);
    Matcher word = WORD.matcher(text);
    return word.replaceAll(found -> folded(found.group(), found.start() == 0, prose));
  }

  /** Beside digits, two letters are a unit or an element. */
  private static String folded(String word, boolean first, boolean prose) {
    boolean article = first && prose && word.equals("A");
    boolean symbol = word.length() <= SYMBOL && !prose;
    boolean ordinary = ORDINARY.matcher(word).matches() && !symbol && !isPairs(word);
    return ordinary || article ? word.toLowerCase(Locale.ROOT) : word;
  }

  /** All in capitals, and with a word in it that is none but in them. */
  private static boolean isShout(String text) {
    if (text.chars().anyMatch(Character::isLowerCase)) {
      return false;
    }
    return WORD.matcher(text)
        .results()
        .anyMatch(word -> word.group().length() >= SHOUT && !isPairs(word.group()));
  }

  /** Letters two by two are genes: AaBb. */
  private static boolean isPairs(String word) {
    for (int i = 0; i + 1 < word.length(); i += 2) {
      if (Character.toLowerCase(word.charAt(i)) != Character.toLowerCase(word.charAt(i + 1))) {
        return false;
      }
    }
    return word.length() % 2 == 0;
  }
}
