// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes server-sent events apart as their bytes come, however they are cut: lines that end in any
 * of the three ways, an event's data over several lines, comments in between, and a last event
 * without the blank line that should end it.
 */
final class EventStream {

  private final Consumer<List<String>> events;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
  private final List<String> data = new ArrayList<>();
  private boolean afterReturn;
  private boolean begun;
  private int waiting;

  /**
   * @param events is handed the lines of data of each event that has any
   */
  EventStream(Consumer<List<String>> events) {
    this.events = events;
  }

  /** Whether a body begins as no JSON does: with a field of an event, or a comment. */
  static boolean begins(byte[] body) {
    String start = new String(body, 0, Math.min(body.length, 16), UTF_8);
    return withoutMark(start).stripLeading().matches("(?s)(data:|event:|id:|retry:|:).*");
  }

  void take(byte[] bytes, int from, int to) {
    int start = from;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '\n' || b == '\r') {
        line.write(bytes, start, i - start);
        start = i + 1;
        // The second half of a line end is no line.
        if (b == '\r' || !afterReturn) {
          endLine();
        }
      }
      afterReturn = b == '\r';
    }
    line.write(bytes, start, to - start);
  }

  /** How many bytes wait for the rest of their event. */
  int waiting() {
    return waiting + line.size();
  }

  void end() {
    endLine();
    dispatch();
  }

  private void endLine() {
    String text = line.toString(UTF_8);
    line.reset();
    if (!begun) {
      begun = true;
      text = withoutMark(text);
    }
    if (text.isEmpty()) {
      dispatch();
    } else if (text.startsWith("data:")) {
      data.add(text.substring(text.startsWith(" ", 5) ? 6 : 5));
      waiting += text.length();
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private void dispatch() {
    if (!data.isEmpty()) {
      events.accept(List.copyOf(data));
      data.clear();
      waiting = 0;
    }
  }
}
