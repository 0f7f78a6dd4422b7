// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.text.TextTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The English that arithmetic in prose hangs on, as far as a table of words knows it. */
final class ClaimWords {

  /** Letters. In small letters some of a stranger's letters are two, and a long word is work. */
  private static final int LONGEST = 40;

  private static final Map<String, List<String>> TABLE = table();

  private static final Set<String> NO_UNIT = words("ends units");
  private static final Set<String> PART_BEFORE = words("part before");
  private static final Set<String> PART_AFTER = words("part after");
  private static final Set<String> SHARES = words("share");
  private static final Set<String> LEADS = words("leads");
  private static final Set<String> OPERATES = words("operates");
  private static final Set<String> PREPOSITIONS = words("preposition");
  private static final Set<String> WHOLES = words("whole");
  private static final Set<String> ABOUT = words("about");
  private static final Set<String> JOINED_UNITS = words("joined unit");
  private static final Set<String> SCALES = words("scale");

  private ClaimWords() {}

  private static Map<String, List<String>> table() {
    Map<String, List<String>> table = new HashMap<>();
    for (TextTable.Row row : TextTable.of(ClaimWords.class, "words.tsv")) {
      table.put(row.get("does"), Arrays.asList(row.get("words").split(" ")));
    }
    return Map.copyOf(table);
  }

  /** The words that do this, by the table. */
  static Set<String> words(String does) {
    return Set.copyOf(list(does));
  }

  /** The same in their order. */
  static List<String> list(String does) {
    List<String> words = TABLE.get(does);
    if (words == null) {
      throw new IllegalArgumentException(
          "no words that do \"%s\" (expected: a row of words.tsv)".formatted(does));
    }
    return words;
  }

  /** A word as the lists have it; they have no long ones. */
  static String lower(ClaimToken token) {
    return lower(token.text());
  }

  static String lower(String word) {
    return word.length() > LONGEST ? word : word.toLowerCase(Locale.ROOT);
  }

  static boolean endsUnits(ClaimToken word) {
    return NO_UNIT.contains(lower(word));
  }

  static boolean takesPartBefore(ClaimToken word) {
    return PART_BEFORE.contains(lower(word));
  }

  static boolean takesPartAfter(ClaimToken word) {
    return PART_AFTER.contains(lower(word));
  }

  /**
   * Whether a word before {@code of} takes a part of what follows, or makes another thing of it.
   */
  static boolean takesShare(ClaimToken word) {
    return SHARES.contains(lower(word));
  }

  /** Whether a number after the word is a value, and not the end of a name: {@code Week 2}. */
  static boolean leads(ClaimToken word) {
    return LEADS.contains(lower(word));
  }

  /** Whether a word before {@code of} is the value of what follows. */
  static boolean isWhole(ClaimToken word) {
    return WHOLES.contains(lower(word));
  }

  static boolean operates(ClaimToken word) {
    return OPERATES.contains(lower(word));
  }

  static boolean isPreposition(ClaimToken word) {
    return PREPOSITIONS.contains(lower(word));
  }

  static boolean about(ClaimToken word) {
    return ABOUT.contains(lower(word));
  }

  static boolean scales(ClaimToken word) {
    return SCALES.contains(lower(word));
  }

  /** Whether letters that touch a number are a unit, and no unknown with a name. */
  static boolean isJoinedUnit(ClaimToken word) {
    boolean name = Character.isUpperCase(word.text().charAt(0));
    return JOINED_UNITS.contains(word.text()) || (word.text().length() > 2 && !name);
  }

  static boolean isLetter(ClaimToken word) {
    return word.text().length() == 1;
  }

  /** Whether a word in a bracket names an unknown, or a side of a figure: {@code (p-q)}. */
  static boolean isName(ClaimToken word) {
    String text = word.text();
    return isLetter(word) || (text.length() == 2 && text.chars().allMatch(Character::isUpperCase));
  }

  static boolean isTimes(ClaimToken word) {
    return word.text().equals("x") || word.text().equals("X");
  }
}
