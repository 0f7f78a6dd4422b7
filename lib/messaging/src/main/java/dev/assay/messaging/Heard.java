// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.CallMemory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was heard of a task's calls so far. It goes with the task, on the record that asks for the
 * next call: so what was bought is on the broker before anything else is.
 *
 * @param call which call of the task is to be made next, from 0: a record of a smaller one was
 *     worked before
 * @param text what {@link CallMemory} said; null for nothing
 */
record Heard(int call, @Nullable String text) {

  /** Nothing: the first call is to be made. */
  static final Heard NONE = new Heard(0, null);

  /** Bytes. The longest reply that a role takes by default has a quarter of it. */
  static final int MOST_BYTES = 262_144;

  /**
   * Bytes that all other headers of a record take at the most, the reason of its death included.
   */
  private static final int OTHER_HEADERS = 16_384;

  /** Digits of numbers in headers that are looked at. */
  private static final int MOST_DIGITS = 9;

  private static final Logger LOG = LoggerFactory.getLogger(Heard.class);

  /** As a record's headers say it. */
  static Heard of(Map<String, String> headers) {
    int call = number(headers.get(TriedHeaders.CALL));
    return call == 0 ? NONE : new Heard(call, headers.get(TriedHeaders.HEARD));
  }

  /** A number in a header; 0 where it is none. */
  static int number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1," + MOST_DIGITS + "}")
        ? Integer.parseInt(text)
        : 0;
  }

  /** The most bytes that a record has room for. */
  static int room(RawRecord record) {
    return Math.clamp((long) Bounds.RECORD - record.body().length - OTHER_HEADERS, 0, MOST_BYTES);
  }

  /** The same and what was heard since, with which the next call is to be made. */
  Heard next(String more) {
    return new Heard(call + 1, more);
  }

  /** With what was heard since, where the same call is to be made again. */
  Heard again(String more) {
    return new Heard(call, more);
  }

  boolean fits(int room) {
    return text == null || text.getBytes(UTF_8).length <= room;
  }

  /**
   * What a delivery knows by it. What cannot be read is nothing: its calls are bought again.
   *
   * @param event id, for people
   * @param room the most bytes that the next delivery can be told
   */
  CallMemory memory(String event, int room) {
    try {
      return text == null ? CallMemory.fresh(room) : CallMemory.of(text, room);
    } catch (IllegalArgumentException e) {
      LOG.warn("{}: begun anew, as what was heard of it is not readable", event);
      return CallMemory.fresh(room);
    }
  }

  void write(Map<String, String> headers) {
    if (call > 0) {
      headers.put(TriedHeaders.CALL, String.valueOf(call));
    }
    if (call > 0 && text != null) {
      headers.put(TriedHeaders.HEARD, text);
    }
  }
}
