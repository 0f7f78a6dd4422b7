// SPDX-License-Identifier: Apache-2.0
package dev.assay.service.logging;

import org.jspecify.annotations.Nullable;

/**
 * Text of others as a part of one line. A model's error message may hold a line break and what
 * looks like our next line, or what a terminal takes for a command.
 */
final class LogLine {

  private LogLine() {}

  /** The text with its line breaks and other control characters written as escapes. */
  static String of(@Nullable String text) {
    if (text == null || text.chars().noneMatch(LogLine::isUnsafe)) {
      return String.valueOf(text);
    }
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      append(safe, text.charAt(i));
    }
    return safe.toString();
  }

  private static void append(StringBuilder safe, char c) {
    switch (c) {
      case '\n' -> safe.append("\\n");
      case '\r' -> safe.append("\\r");
      default -> {
        if (isUnsafe(c)) {
          safe.append("\\u%04x".formatted((int) c));
        } else {
          safe.append(c);
        }
      }
    }
  }

  private static boolean isUnsafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }
}
