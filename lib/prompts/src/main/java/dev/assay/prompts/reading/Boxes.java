// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.FinalAnswer.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Finds the final answer where models that do mathematics write it, in {@code \boxed{…}}, in one
 * pass: a long reply full of braces that are never closed must not hold up a worker.
 */
final class Boxes {

  private static final String BOXED = "boxed";

  /** Stands for a brace that opens no box. */
  private static final int NO_BOX = -1;

  private final String text;
  private final Deque<Integer> open = new ArrayDeque<>();

  private Span last = new Span(NO_BOX, NO_BOX);

  private Boxes(String text) {
    this.text = text;
  }

  /** The content of the last box that is closed and not empty; of nested ones, the inner. */
  static Optional<FinalAnswer> last(String text) {
    Boxes boxes = new Boxes(text);
    boxes.read();
    return Optional.of(boxes.last)
        .filter(box -> box.start() != NO_BOX)
        .map(box -> box.found(Method.BOXED, boxes.content(box)));
  }

  /** A box that was written with two slashes stands in a string where every slash is doubled. */
  private String content(Span box) {
    String content = box.of(text).strip();
    int slashes = text.lastIndexOf(BOXED, box.start()) - 2;
    boolean doubled = text.startsWith("\\\\", slashes) && !text.startsWith("\\", slashes - 1);
    return doubled ? content.replace("\\\\", "\\") : content;
  }

  private void read() {
    int i = 0;
    while (i < text.length()) {
      i =
          switch (text.charAt(i)) {
            case '\\' -> command(i);
            case '{' -> opened(i, NO_BOX);
            case '}' -> closed(i);
            default -> i + 1;
          };
    }
  }

  /** A box, or an escaped character, which opens and closes nothing. */
  private int command(int slash) {
    if (text.startsWith(BOXED, slash + 1)) {
      int brace = slash + 1 + BOXED.length();
      while (brace < text.length() && text.charAt(brace) == ' ') {
        brace++;
      }
      return brace < text.length() && text.charAt(brace) == '{' ? opened(brace, brace + 1) : brace;
    }
    // Two slashes before a box are an escape of an escape, and not a line break.
    return text.startsWith("\\" + BOXED, slash + 1) ? slash + 1 : slash + 2;
  }

  private int opened(int brace, int contentStart) {
    open.push(contentStart);
    return brace + 1;
  }

  private int closed(int brace) {
    Integer start = open.poll();
    if (start != null && start > last.start()) {
      Span content = new Span(start, brace);
      last = text.substring(start, brace).isBlank() ? last : content;
    }
    return brace + 1;
  }
}
