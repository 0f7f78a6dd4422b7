// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.WellFormed;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a question, and the right answer to it, must be before a cent is spent on it. */
final class Question {

  /** Letters and marks that show nothing: fillers of scripts, joiners, variation selectors. */
  private static final String BLANKS =
      "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0";

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
    if (text.codePoints().allMatch(Question::isInvisible)) {
      throw Refusal.invalid("question: blank (expected: text)");
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Bounds.QUESTION) {
      throw Refusal.invalid(
          "question: " + bytes + " bytes (expected: at most " + Bounds.QUESTION + ")");
    }
    checkCharacters("question", text);
    return text;
  }

  /**
   * The right answer to it, unchanged; null if there is none.
   *
   * @throws Refusal if it cannot be one
   */
  static @Nullable String checkReference(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.codePoints().allMatch(Question::isInvisible)) {
      throw Refusal.invalid("reference: blank (expected: the right answer, or none)");
    }
    if (!Bounds.fits(text, Bounds.ANSWER)) {
      throw Refusal.invalid(
          "reference: %d bytes (expected: at most %d, the right answer alone)"
              .formatted(Bounds.wireLength(text), Bounds.ANSWER));
    }
    checkCharacters("reference", text);
    return text;
  }

  private static void checkCharacters(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      checkCharacter(field, text, i);
    }
  }

  /** White space of any kind, and what only steers how other characters are shown. */
  private static boolean isInvisible(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT
        || BLANKS.indexOf(character) >= 0
        || (character >= 0xfe00 && character <= 0xfe0f)
        || (character >= 0xe0000 && character <= 0xe0fff);
  }

  private static void checkCharacter(String field, String text, int index) {
    char c = text.charAt(index);
    boolean blank = c == '\t' || c == '\n' || c == '\r';
    if (Character.isISOControl(c) && !blank) {
      throw Refusal.invalid(
          "%s: control character U+%04X at index %d (expected: text, tabs and line breaks)"
              .formatted(field, (int) c, index));
    }
    if (Character.isSurrogate(c) && !WellFormed.paired(text, index)) {
      throw Refusal.invalid(
          "%s: half a character, U+%04X, at index %d (expected: Unicode text)"
              .formatted(field, (int) c, index));
    }
  }
}
