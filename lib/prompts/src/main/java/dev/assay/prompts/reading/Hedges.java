// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words right before a noun that make of "the answer is 5" another answer than the text's own, or
 * nobody's word: "if the answer is 5", "my first answer is 5".
 */
final class Hedges {

  private static final Set<String> CONDITIONS =
      Set.of(
          "if",
          "whether",
          "suppose",
          "supposing",
          "assume",
          "assuming",
          "unless",
          "until",
          "when",
          "not",
          "isn't",
          "say",
          "says",
          "said",
          "think",
          "thinks",
          "thought",
          "guess",
          "guessed",
          "hope",
          "claim",
          "claims",
          "claimed",
          "why",
          "wenn",
          "falls",
          "si",
          "se",
          "если",
          "als",
          "indien",
          "om",
          "jeśli",
          "eğer",
          "nếu");

  private static final Set<String> OTHERS =
      Set.of(
          "first",
          "initial",
          "wrong",
          "incorrect",
          "tempting",
          "naive",
          "naïve",
          "previous",
          "earlier",
          "old",
          "preliminary",
          "tentative",
          "provisional",
          "intermediate",
          "partial",
          "student's",
          "his",
          "her",
          "their",
          "other",
          "another",
          "alternative",
          "original",
          "sample",
          "example",
          "invalid",
          "false",
          "rough",
          "reference",
          "falsche",
          "fausse",
          "incorrecta",
          "sbagliata",
          "неправильный",
          "неверный",
          "gegebene");

  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "my", "our", "your", "an", "a", "this", "its", "die", "la", "le", "el", "o", "het",
          "de", "que", "that", "dass");

  private static final Pattern BETWEEN = Pattern.compile("[\\s,*_(]+");

  private static final int WINDOW = 60;
  private static final int MOST_ADJECTIVES = 2;

  private Hedges() {}

  /** Whether such words stand before a noun that begins there. */
  static boolean before(String text, int noun) {
    List<String> words = words(text, noun);
    int i = 0;
    while (i < words.size() && i < MOST_ADJECTIVES && !DETERMINERS.contains(words.get(i))) {
      if (OTHERS.contains(words.get(i)) || CONDITIONS.contains(words.get(i))) {
        return true;
      }
      i++;
    }
    while (i < words.size() && DETERMINERS.contains(words.get(i))) {
      i++;
    }
    return i < words.size() && CONDITIONS.contains(words.get(i));
  }

  /** The words of the sentence before the noun, the nearest first. */
  private static List<String> words(String text, int noun) {
    int from = noun;
    while (from > 0 && noun - from < WINDOW && ".:;!?\n".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    WorkBudget.spend((noun - from) / 4);
    List<String> words =
        BETWEEN
            .splitAsStream(text.substring(from, noun).toLowerCase(Locale.ROOT).replace('’', '\''))
            .filter(word -> !word.isEmpty())
            .toList();
    return words.reversed();
  }
}
