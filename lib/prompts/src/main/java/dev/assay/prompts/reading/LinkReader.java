// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** Finds in one text where the links of one language end. */
final class LinkReader {

  private static final String ORNAMENTS = "\"'`*_}])）";
  private static final String SPACES = " \t\u00A0\u3000";

  /** What may stand between the noun and its verb: the end of a sentence may not. */
  private static final int LONGEST_OBJECT = 60;

  private static final List<String> RELATIVES = List.of(" which", " what", " that", " who");

  private static final int MOST_ORNAMENTS = 6;

  private final String text;
  private final String begins;
  private final Matcher of;
  private final Matcher verb;

  LinkReader(String text, AnswerLink link) {
    CharSequence metered = WorkBudget.metered(text);
    this.text = text;
    this.begins = link.begins();
    this.of = link.of().matcher(metered);
    this.verb = link.verb().matcher(metered);
  }

  /** Where the value begins behind a noun that ends there, or -1 if nothing leads to one. */
  int end(int noun) {
    int end = verbEnd(noun);
    if (end >= 0) {
      return end;
    }
    return of.region(noun, text.length()).lookingAt() && of.end() > noun ? behind(of.end()) : -1;
  }

  /** A verb behind an object, which begins a word. */
  private int behind(int object) {
    int limit = Math.min(text.length(), object + LONGEST_OBJECT);
    WorkBudget.spend(limit - object);
    for (int i = object; i < limit; i++) {
      char c = text.charAt(i);
      int end = " )）*:：".indexOf(c) >= 0 ? verbEnd(i) : -1;
      if (end >= 0 && isRelative(object, i)) {
        continue;
      }
      if (end >= 0 || c == '.' || c == ':' || c == '\n') {
        return end;
      }
    }
    return -1;
  }

  /** A verb behind "which" is not the noun's. */
  private boolean isRelative(int from, int verb) {
    String before = text.substring(Math.max(from - 6, 0), verb).toLowerCase(Locale.ROOT);
    return RELATIVES.stream().anyMatch(before::endsWith);
  }

  /** Where a verb ends that stands there, whatever adorns it, or -1. */
  private int verbEnd(int from) {
    int at = from;
    while (at < text.length() && at - from < MOST_ORNAMENTS && isOrnament(at)) {
      at++;
    }
    boolean begun = at < text.length() && begins.indexOf(text.charAt(at)) >= 0;
    return begun && verb.region(at, text.length()).lookingAt() ? verb.end() : -1;
  }

  /** An apostrophe may begin a verb. */
  private boolean isOrnament(int at) {
    char c = text.charAt(at);
    boolean begun = (c == '\'' || c == '’') && text.startsWith("s ", at + 1);
    return !(begun && begins.indexOf(c) >= 0)
        && (ORNAMENTS.indexOf(c) >= 0 || SPACES.indexOf(c) >= 0);
  }
}
