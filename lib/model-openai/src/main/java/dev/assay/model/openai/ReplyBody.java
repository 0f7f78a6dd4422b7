// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The body of a reply as it comes. Of a stream of events only what they say is kept; anything else
 * is kept as it is, to be read when it is whole.
 */
final class ReplyBody {

  /** What events may take on the wire; some are three kilobytes for a token of three letters. */
  private static final long MOST_ON_THE_WIRE = 128 << 20;

  private final IntPredicate room;
  private final ChatAnswer answer;
  private final @Nullable EventStream events;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable JacksonException wrong;
  private long read;
  private int kept;
  private boolean sealed;

  /**
   * @param room says for each next number of bytes whether they may be kept
   * @param answer is told what events say
   * @param streamed whether it is a stream of them
   */
  ReplyBody(IntPredicate room, ChatAnswer answer, boolean streamed) {
    this.room = room;
    this.answer = answer;
    this.events = streamed ? new EventStream(answer::hear) : null;
  }

  /** Takes more in; false if there is no room for it, or nothing behind it is worth reading. */
  synchronized boolean take(ByteBuffer more) {
    byte[] taken = new byte[more.remaining()];
    more.get(taken);
    read += taken.length;
    return !sealed && (events == null ? keep(taken) : hear(events, taken));
  }

  private boolean keep(byte[] taken) {
    boolean fits = room.test(taken.length);
    if (fits) {
      bytes.writeBytes(taken);
    }
    return fits;
  }

  private boolean hear(EventStream stream, byte[] taken) {
    try {
      stream.take(taken);
    } catch (JacksonException e) {
      wrong = e;
      return false;
    }
    int growth = answer.size() + stream.waiting() - kept;
    kept += Math.max(growth, 0);
    return read <= MOST_ON_THE_WIRE && (growth <= 0 || room.test(growth));
  }

  /** There is no more, or no more is read. */
  synchronized void seal() {
    if (events != null && !sealed && wrong == null) {
      try {
        events.end();
      } catch (JacksonException _) {
        // Half an event: the answer says by itself whether it is complete.
      }
    }
    sealed = true;
  }

  synchronized boolean answered() {
    return events != null && answer.complete();
  }

  boolean streamed() {
    return events != null;
  }

  ChatAnswer answer() {
    return answer;
  }

  /**
   * Whatever was heard was events of a chat.
   *
   * @throws JacksonException if it was not
   */
  synchronized void requireReadable() {
    if (wrong != null) {
      throw wrong;
    }
  }

  /** Whether more could have been kept, but would not have been understood. */
  synchronized boolean unreadable() {
    return wrong != null;
  }

  /** What was kept as it is. */
  synchronized byte[] bytes() {
    return bytes.toByteArray();
  }
}
