// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.text;

import dev.assay.reasoning.text.FinalAnswer.Method;

/** A stretch of a text, given by its ends, so that an answer can say where it was found. */
record Span(int start, int end) {

  private static final String EMPHASIS = "*_`\"'\u201C\u201D";
  private static final String STOPS = ".,;";
  private static final String EMPTY = EMPHASIS + STOPS + "$:-?{}()[]\\/";

  int length() {
    return end - start;
  }

  String of(String text) {
    return text.substring(start, end);
  }

  /** A part of it, counted from its own start. */
  Span part(int from, int to) {
    return new Span(start + from, start + to);
  }

  FinalAnswer found(Method method, String answer) {
    return new FinalAnswer(method, answer, start, end);
  }

  /** Whether nothing is there but punctuation: a blank to fill in is no answer. */
  boolean isBlank(String text) {
    for (int i = start; i < end; i++) {
      if (!isOneOf(EMPTY, text, i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Without the spaces, the emphasis, the quotes, the delimiters of TeX and the full stop around.
   */
  Span bare(String text) {
    boolean dollars = isOneFormula(text);
    int from = start;
    int to = end;
    int before;
    do {
      before = to - from;
      if (from < to && (isOneOf(EMPHASIS, text, from) || dollars && text.charAt(from) == '$')) {
        from++;
      } else if (text.startsWith("\\(", from) || text.startsWith("\\[", from)) {
        from = Math.min(to, from + 2);
      }
      if (from < to
          && (isOneOf(EMPHASIS + STOPS, text, to - 1) || dollars && text.charAt(to - 1) == '$')) {
        to--;
      } else if (to - 2 >= from
          && (text.startsWith("\\)", to - 2) || text.startsWith("\\]", to - 2))) {
        to -= 2;
      }
    } while (to - from < before);
    return new Span(from, to);
  }

  /** Whether dollars stand at the ends only: between two formulas they are needed. */
  private boolean isOneFormula(String text) {
    int from = start;
    int to = end;
    while (from < to && (text.charAt(from) == '$' || isOneOf(EMPHASIS, text, from))) {
      from++;
    }
    while (from < to && (text.charAt(to - 1) == '$' || isOneOf(EMPHASIS + STOPS, text, to - 1))) {
      to--;
    }
    return text.substring(from, to).indexOf('$') < 0;
  }

  private static boolean isOneOf(String characters, String text, int at) {
    return Character.isWhitespace(text.charAt(at)) || characters.indexOf(text.charAt(at)) >= 0;
  }
}
