// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.FinalAnswer.Method;
import java.util.List;

/** A stretch of a text, given by its ends, so that an answer can say where it was found. */
record Span(int start, int end) {

  private static final String EMPHASIS = "*_`\"'\u201C\u201D";
  private static final String STOPS = ".,;。،؛।";
  private static final String EMPTY = EMPHASIS + STOPS + "$:-=?{}()[]\\/";

  private static final int JOINER = 0x200D;
  private static final int VARIANT = 0xFE0F;
  private static final int FIRST_PICTURE = 0x2600;

  /** What encloses a formula; an escaped quote has lost its mark at the end by then. */
  private static final List<String> OPENING = List.of("$$", "$", "\\(", "\\[", "\\\"");

  private static final List<String> CLOSING = List.of("$$", "$", "\\)", "\\]", "\\");

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

  /** Without the spaces, the emphasis, the quotes, the delimiters of TeX and the stop around it. */
  Span bare(String text) {
    int from = start;
    int to = end;
    while (from < to && isOneOf(EMPHASIS, text, from)) {
      from++;
    }
    while (from < to && isEnd(text, to)) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    to = Math.max(from, to);
    Span bare = new Span(from, to);
    Span inner = bare.unwrapped(text);
    return inner.equals(bare) ? bare : inner.bare(text);
  }

  /** A picture, and what joins pictures. */
  private static boolean isPicture(int sign) {
    return sign == JOINER
        || sign == VARIANT
        || (sign >= FIRST_PICTURE && Character.getType(sign) == Character.OTHER_SYMBOL);
  }

  private boolean isEnd(String text, int to) {
    return (isOneOf(EMPHASIS + STOPS, text, to - 1) && !goesOn(text, to))
        || isPicture(text.codePointBefore(to));
  }

  /** Three dots belong to a list that goes on. */
  private boolean goesOn(String text, int to) {
    return to - 3 > start && text.startsWith("...", to - 3);
  }

  /** Without delimiters that enclose the whole: those between two formulas are needed. */
  private Span unwrapped(String text) {
    for (int i = 0; i < OPENING.size(); i++) {
      String sign = OPENING.get(i);
      Span inner = new Span(start + sign.length(), end - CLOSING.get(i).length());
      if (inner.start <= inner.end
          && text.startsWith(sign, start)
          && text.startsWith(CLOSING.get(i), inner.end)
          && !inner.of(text).contains(sign)) {
        return inner;
      }
    }
    return this;
  }

  private static boolean isOneOf(String characters, String text, int at) {
    return Character.isWhitespace(text.charAt(at)) || characters.indexOf(text.charAt(at)) >= 0;
  }
}
