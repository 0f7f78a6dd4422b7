// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of our own prompts, which a small model repeats instead of following them. A line of
 * them is no step, states no answer and judges nothing.
 */
public final class OwnWords {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\d']+");
  private static final Pattern NUMBERED = Pattern.compile("^\\s*+(?:\\d{1,3}[.)]\\s)?+");

  /** Models put them in and leave them out. */
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  /** So many words of ours in a row are no chance. */
  private static final int RUN = 4;

  private static final int SHORTEST_PHRASE = 2;

  /** Longer lines are a model's own. */
  private static final int LONGEST = 600;

  private final Set<List<String>> runs = new HashSet<>();

  private String phrases = "";

  private OwnWords() {}

  /** The words of these instructions. */
  public static OwnWords of(String... instructions) {
    OwnWords own = new OwnWords();
    for (String each : instructions) {
      List<String> words = words(each);
      own.phrases += " " + String.join(" ", words) + " ";
      for (int i = 0; i + RUN <= words.size(); i++) {
        own.runs.add(words.subList(i, i + RUN));
      }
    }
    return own;
  }

  /** The text without the lines that are ours; blank lines are left where they were. */
  public String without(String text) {
    return text.lines().map(line -> isOwn(line) ? "" : line).collect(Collectors.joining("\n"));
  }

  /** Whether the better part of a line is ours, and nothing in it is a value. */
  private boolean isOwn(String line) {
    String content = line.length() > LONGEST ? "" : NUMBERED.matcher(line).replaceFirst("");
    if (content.isBlank() || content.chars().anyMatch(Character::isDigit)) {
      return false;
    }
    List<String> words = words(content);
    boolean[] ours = new boolean[words.size()];
    for (int i = 0; i + RUN <= words.size(); i++) {
      if (runs.contains(words.subList(i, i + RUN))) {
        Arrays.fill(ours, i, i + RUN, true);
      }
    }
    return 2 * count(ours) > words.size();
  }

  /** Whether an answer is nothing but a phrase of ours. */
  public boolean isPhrase(String answer) {
    List<String> words = answer.length() > LONGEST ? List.of() : words(answer);
    return words.size() >= SHORTEST_PHRASE
        && answer.chars().noneMatch(Character::isDigit)
        && phrases.contains(" " + String.join(" ", words) + " ");
  }

  private static int count(boolean[] ours) {
    int count = 0;
    for (boolean each : ours) {
      count += each ? 1 : 0;
    }
    return count;
  }

  private static List<String> words(String text) {
    return BETWEEN
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty() && !ARTICLES.contains(word))
        .toList();
  }
}
