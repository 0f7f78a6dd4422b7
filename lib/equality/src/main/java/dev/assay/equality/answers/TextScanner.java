// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with a finger on what comes next, for readers that take it piece by piece. */
final class TextScanner {

  private static final Pattern NOTHING = Pattern.compile("");

  private final String text;
  private final Matcher matcher;
  private int at;

  TextScanner(String text) {
    this.text = text;
    this.matcher = NOTHING.matcher(text);
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  /** Whether what comes next is of that pattern. */
  boolean looking(Pattern pattern) {
    return matcher.usePattern(pattern).region(at, text.length()).lookingAt();
  }

  /** Steps over what comes next if it is of that pattern. */
  boolean found(Pattern pattern) {
    boolean found = looking(pattern);
    at = found ? matcher.end() : at;
    return found;
  }

  /** What was found last. */
  String group() {
    return matcher.group();
  }

  /** A part of what was found last; empty if it has no such part. */
  String group(int group) {
    String part = matcher.group(group);
    return part == null ? "" : part;
  }

  void step(int characters) {
    at += characters;
  }

  /** What comes before the next such character, and steps over both; empty if there is none. */
  Optional<String> until(char close) {
    int end = text.indexOf(close, at);
    if (end < 0) {
      return Optional.empty();
    }
    String inner = text.substring(at, end);
    at = end + 1;
    return Optional.of(inner);
  }
}
