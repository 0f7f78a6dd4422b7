// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a number in digits that an answer begins with in words: forty-two days, two thirds. */
final class NumberWords {

  private static final Pattern FIRST = Pattern.compile("[A-Za-z]{3,9}+");

  /** Words of a number: more say no number that people write in words. */
  private static final int MOST = 16;

  private final String[] words;
  private int at;

  private NumberWords(String[] words) {
    this.words = words;
  }

  /** The same text; or the number that its first words say, and the rest. */
  static String inDigits(String text) {
    Matcher first = FIRST.matcher(text);
    return first.lookingAt() && NumberVocabulary.isNumber(first.group().toLowerCase(Locale.ROOT))
        ? rewritten(text)
        : text;
  }

  private static String rewritten(String text) {
    NumberWords number = new NumberWords(text.toLowerCase(Locale.ROOT).split("[ -]", MOST + 1));
    Optional<Long> value = number.whole();
    if (value.isEmpty() || number.at > MOST) {
      return text;
    }
    String digits = value.get() + number.part();
    int end = number.at;
    for (int i = 0; i < number.at; i++) {
      end += number.words[i].length();
    }
    return (digits + " " + text.substring(Math.min(end, text.length()))).strip();
  }

  /** So many thirds, or a half more. */
  private String part() {
    if (next("and")
        && at + 2 < words.length
        && words[at + 1].equals("a")
        && words[at + 2].equals("half")) {
      at += 3;
      return " 1/2";
    }
    Integer part = at < words.length ? NumberVocabulary.PARTS.get(words[at]) : null;
    at += part == null ? 0 : 1;
    return part == null ? "" : "/" + part;
  }

  private Optional<Long> whole() {
    long total = 0;
    long last = Long.MAX_VALUE;
    Optional<Long> group = hundreds();
    while (group.isPresent()) {
      long size = at < words.length ? NumberVocabulary.LARGE.getOrDefault(words[at], 1L) : 1;
      if (size >= last || (total > 0 && group.get() == 0)) {
        return Optional.empty();
      }
      at += size == 1 ? 0 : 1;
      total += group.get() * size;
      last = size;
      group = size == 1 ? Optional.empty() : more();
    }
    return last == Long.MAX_VALUE || saysMore() ? Optional.empty() : Optional.of(total);
  }

  /** A number right behind a number is none that we know: two three, nineteen ninety. */
  private boolean saysMore() {
    return at < words.length
        && (NumberVocabulary.isNumber(words[at]) || NumberVocabulary.LARGE.containsKey(words[at]));
  }

  private Optional<Long> more() {
    int before = at;
    at += next("and") ? 1 : 0;
    Optional<Long> more = hundreds();
    at = more.isEmpty() ? before : at;
    return more;
  }

  private Optional<Long> hundreds() {
    Optional<Long> first = small();
    if (first.isEmpty() || !next("hundred") || first.get() == 0) {
      return first;
    }
    at++;
    int before = at;
    at += next("and") ? 1 : 0;
    Optional<Long> rest = small();
    at = rest.isEmpty() ? before : at;
    return Optional.of(first.get() * 100 + rest.orElse(0L));
  }

  /** Up to ninety-nine. */
  private Optional<Long> small() {
    int ten = at < words.length ? NumberVocabulary.TENS.indexOf(words[at]) : -1;
    at += ten < 0 ? 0 : 1;
    int one = at < words.length ? NumberVocabulary.ONES.indexOf(words[at]) : -1;
    boolean behind = ten < 0 ? one >= 0 : one > 0 && one < 10;
    at += behind ? 1 : 0;
    return ten < 0 && one < 0
        ? Optional.empty()
        : Optional.of((ten < 0 ? 0 : (ten + 2) * 10L) + (behind ? one : 0));
  }

  private boolean next(String word) {
    return at < words.length && words[at].equals(word);
  }
}
