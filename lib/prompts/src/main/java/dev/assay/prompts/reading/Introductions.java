// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words that introduce an answer: "answer:", "the answer to this is". In one pass, with a
 * finger on the next verb: "answers to answers to answers" must not be searched for one from each
 * of its answers.
 */
final class Introductions {

  private static final Pattern NOUN =
      Pattern.compile("(?<![\"\\w])answers?", Pattern.CASE_INSENSITIVE);

  private static final Pattern OF =
      Pattern.compile("\\s(?:to|of|for)\\s", Pattern.CASE_INSENSITIVE);

  private static final Pattern VERB =
      Pattern.compile(
          "[\"'`*_]{0,4}\\s{0,3}"
              + "(?:(?:is|are|equals|would be|should be|must be)\\b\\s{0,3}"
              + "(?:(?:thus|therefore|then|simply|indeed)\\b,?\\s{0,3})?[:=]?|[:=\\uFF1A])",
          Pattern.CASE_INSENSITIVE);

  /** What may stand between the noun and its verb: the end of a sentence may not. */
  private static final int LONGEST_OBJECT = 80;

  private final String text;
  private final Matcher noun;
  private final Matcher of;
  private final Matcher verb;

  /** The first verb that begins at {@code searched} or later, if there is one. */
  private final Matcher ahead;

  private int searched = Integer.MAX_VALUE;
  private boolean found;

  private Introductions(String text) {
    this.text = text;
    CharSequence metered = WorkBudget.metered(text);
    this.noun = NOUN.matcher(metered);
    this.of = OF.matcher(metered);
    this.verb = VERB.matcher(metered);
    this.ahead = VERB.matcher(metered);
  }

  /** In the order of the text, none within another. */
  static List<Span> in(String text) {
    return new Introductions(text).all();
  }

  private List<Span> all() {
    List<Span> all = new ArrayList<>();
    int from = 0;
    while (noun.find(from)) {
      int end = end(noun.end());
      from = Math.max(end, noun.end());
      if (end >= 0) {
        all.add(new Span(noun.start(), end));
      }
    }
    return all;
  }

  /** Where the verb of a noun that ends there ends, or -1 if it has none. */
  private int end(int noun) {
    if (of.region(noun, text.length()).lookingAt() && hasVerb(of.end())) {
      return ahead.end();
    }
    return verb.region(noun, text.length()).lookingAt() ? verb.end() : -1;
  }

  /** Whether what stands there, a character at least, is an object with a verb behind it. */
  private boolean hasVerb(int object) {
    int from = object + 1;
    if (searched > from || (found && ahead.start() < from)) {
      found = from <= text.length() && ahead.region(from, text.length()).find();
      searched = from;
    }
    return found && isObject(object, ahead.start());
  }

  private boolean isObject(int from, int to) {
    if (to - from > LONGEST_OBJECT) {
      return false;
    }
    WorkBudget.spend(to - from);
    return text.substring(from, to).chars().noneMatch(c -> c == '.' || c == ':' || c == '\n');
  }
}
