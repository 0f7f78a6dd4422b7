// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.AnswerPhrases.Noun;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words that introduce an answer: "answer:", "the answer to this is", a heading "Final
 * answer". In one pass: behind each noun only so much is looked at.
 */
final class Introductions {

  private static final int LONGEST_HEADING = 40;

  private static final Pattern BEFORE_IN_HEADING =
      Pattern.compile("[\\s#*_>\\-\\d.)(|]*(?:[\\p{L}]{1,12}\\s+){0,3}[*_]*");

  private static final Pattern BEHIND_IN_HEADING = Pattern.compile("[*_\\s#]*");

  private final String text;
  private final IdentityHashMap<AnswerLink, LinkReader> links = new IdentityHashMap<>();

  private Introductions(String text) {
    this.text = text;
  }

  /**
   * Words that introduce an answer.
   *
   * @param start where the noun begins
   * @param end where the answer may begin
   * @param link what belongs to the language
   * @param heading whether the noun has a line to itself
   */
  record Introduction(int start, int end, AnswerLink link, boolean heading) {}

  /** In the order of the text, none within another. */
  static List<Introduction> in(String text) {
    return new Introductions(text).all();
  }

  private List<Introduction> all() {
    List<Introduction> all = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      List<Noun> nouns = AnswerPhrases.at(text, i);
      Introduction found = nouns.isEmpty() ? null : read(i, nouns);
      if (found != null) {
        all.add(found);
      }
      int next = i + (nouns.isEmpty() ? 1 : nouns.getFirst().text().length());
      i = found == null ? next : Math.max(next, found.end());
    }
    return all;
  }

  /** What the first of the nouns introduces that introduces anything. */
  private @Nullable Introduction read(int at, List<Noun> nouns) {
    for (Noun noun : nouns) {
      int end = reader(noun.link()).end(at + noun.text().length());
      if (end >= 0) {
        return new Introduction(at, end, noun.link(), false);
      }
    }
    int end = at + nouns.getFirst().text().length();
    return isHeading(at, end) ? new Introduction(at, end, nouns.getFirst().link(), true) : null;
  }

  private LinkReader reader(AnswerLink link) {
    return links.computeIfAbsent(link, each -> new LinkReader(text, each));
  }

  /** Whether nothing else of weight stands on the line of a noun. */
  private boolean isHeading(int noun, int end) {
    if (end == text.length() || " *_#\n\r".indexOf(text.charAt(end)) < 0) {
      return false;
    }
    int from = noun;
    while (from > 0 && noun - from <= LONGEST_HEADING && text.charAt(from - 1) != '\n') {
      from--;
    }
    int to = end;
    while (to < text.length() && to - end <= LONGEST_HEADING && text.charAt(to) != '\n') {
      to++;
    }
    WorkBudget.spend(to - from);
    return noun - from <= LONGEST_HEADING
        && to < text.length()
        && BEHIND_IN_HEADING.matcher(text.substring(end, to)).matches()
        && BEFORE_IN_HEADING.matcher(text.substring(from, noun)).matches();
  }
}
