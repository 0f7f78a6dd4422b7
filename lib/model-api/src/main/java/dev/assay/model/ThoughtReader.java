// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import org.jspecify.annotations.Nullable;

/** Tells thoughts from words by the {@linkplain ThoughtMark marks} between them, in one pass. */
final class ThoughtReader {

  private final String reply;
  private final StringBuilder thought = new StringBuilder();
  private final StringBuilder said = new StringBuilder();

  /** The family of the thought that is open, or null. */
  private @Nullable String open;

  private int from;
  private boolean marked;

  ThoughtReader(String reply) {
    this.reply = reply;
  }

  /** Whether there was a mark at all. */
  boolean read() {
    int i = 0;
    while (i < reply.length()) {
      ThoughtMark mark = ThoughtMark.at(reply, i);
      if (mark == null) {
        i++;
      } else {
        mark(mark, i);
        i += mark.text().length();
      }
    }
    take(reply.length(), reply.length());
    return marked;
  }

  String thought() {
    return thought.toString().strip();
  }

  String said() {
    return said.toString().strip();
  }

  private void mark(ThoughtMark mark, int start) {
    // A mark of others within a thought is part of the thought, and so is one more opening.
    if (open != null
        && (!open.equals(mark.family()) || mark.effect() == ThoughtMark.Effect.OPENS)) {
      return;
    }
    marked = true;
    take(start, start + mark.text().length());
    switch (mark.effect()) {
      case OPENS -> open = mark.family();
      case CLOSES -> close();
      case ENDS -> end();
      case FRAME -> {}
    }
  }

  /** Takes what stands before a mark for what it is. */
  private void take(int start, int next) {
    (open == null ? said : thought).append(reply, from, start);
    from = next;
  }

  /** Without an opening mark the thought began with the reply. */
  private void close() {
    if (open == null) {
      thought.append(said);
      said.setLength(0);
    }
    thought.append('\n');
    open = null;
  }

  private void end() {
    if (open != null) {
      close();
    }
  }
}
