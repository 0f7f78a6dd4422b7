// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a question must be before a cent is spent on it. */
final class Question {

  /** In UTF-8. */
  static final int MOST_BYTES = 32 * 1024;

  private Question() {}

  /**
   * The question, unchanged.
   *
   * @throws Refusal if it is none
   */
  static String check(@Nullable String text) {
    if (text == null) {
      throw Refusal.invalid("question: missing (expected: text)");
    }
    if (text.isBlank()) {
      throw Refusal.invalid("question: blank (expected: text)");
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw Refusal.invalid("question: " + bytes + " bytes (expected: at most " + MOST_BYTES + ")");
    }
    for (int i = 0; i < text.length(); i++) {
      checkCharacter(text, i);
    }
    return text;
  }

  private static void checkCharacter(String text, int index) {
    char c = text.charAt(index);
    boolean blank = c == '\t' || c == '\n' || c == '\r';
    if (Character.isISOControl(c) && !blank) {
      throw Refusal.invalid(
          "question: control character U+%04X at index %d (expected: text, tabs and line breaks)"
              .formatted((int) c, index));
    }
    if (Character.isSurrogate(c) && !paired(text, index)) {
      throw Refusal.invalid(
          "question: half a character, U+%04X, at index %d (expected: Unicode text)"
              .formatted((int) c, index));
    }
  }

  private static boolean paired(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
        : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
  }
}
