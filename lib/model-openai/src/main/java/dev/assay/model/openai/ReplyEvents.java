// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Takes server-sent events apart as their bytes come, however they are cut: lines that end in any
 * of the three ways, an event's data over several lines, comments in between, and a last event
 * without the blank line that should end it.
 */
final class ReplyEvents {

  private static final byte[] DATA = "data:".getBytes(UTF_8);
  private static final byte[] MARK = "\ufeff".getBytes(UTF_8);

  private static final int FIRST_BYTES = 64;
  private static final Pattern FIELD = Pattern.compile("(data|event|id|retry|):");
  private static final Pattern OTHER_BODY = Pattern.compile("[\\[{<]");

  private final Consumer<List<byte[]>> events;
  private final List<byte[]> data = new ArrayList<>();
  private byte[] line = new byte[1_024];
  private int length;
  private boolean afterReturn;
  private boolean begun;
  private int waiting;

  /**
   * @param events is handed the lines of data of each event that has any, to be read at once
   */
  ReplyEvents(Consumer<List<byte[]>> events) {
    this.events = events;
  }

  /**
   * Whether a body is a stream of events, by what it begins with: some servers call JSON a stream,
   * and some a stream JSON.
   *
   * @param called whether the server calls it one
   */
  static boolean begins(byte[] body, boolean called) {
    String start = new String(body, 0, Math.min(body.length, FIRST_BYTES), UTF_8);
    String text = (start.startsWith("\ufeff") ? start.substring(1) : start).stripLeading();
    return called ? !OTHER_BODY.matcher(text).lookingAt() : FIELD.matcher(text).lookingAt();
  }

  void take(byte[] bytes) {
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\n' || b == '\r') {
        add(bytes, start, i);
        start = i + 1;
        // The second half of a line end is no line.
        if (b == '\r' || !afterReturn) {
          endLine();
        }
      }
      afterReturn = b == '\r';
    }
    add(bytes, start, bytes.length);
  }

  private void add(byte[] bytes, int from, int to) {
    int more = to - from;
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
    }
    System.arraycopy(bytes, from, line, length, more);
    length += more;
  }

  /** How many bytes wait for the rest of their event. */
  int waiting() {
    return waiting + length;
  }

  void end() {
    endLine();
    dispatch();
  }

  private void endLine() {
    int from = begun || !starts(MARK, 0) ? 0 : MARK.length;
    begun = true;
    if (length == 0) {
      dispatch();
    } else if (starts(DATA, from)) {
      int text = from + DATA.length;
      data.add(
          Arrays.copyOfRange(line, text < length && line[text] == ' ' ? text + 1 : text, length));
      waiting += length;
    }
    length = 0;
  }

  private boolean starts(byte[] word, int from) {
    return from + word.length <= length
        && Arrays.equals(line, from, from + word.length, word, 0, word.length);
  }

  private void dispatch() {
    if (!data.isEmpty()) {
      try {
        events.accept(data);
      } finally {
        data.clear();
        waiting = 0;
      }
    }
  }
}
