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

  private final IntPredicate room;
  private final long mostRead;
  private final ChatAnswer answer;
  private @Nullable ReplyEvents events;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable JacksonException wrong;
  private long read;
  private int kept;
  private boolean sealed;

  /**
   * @param room says for each next number of bytes whether they may be kept
   * @param mostRead bytes of events, whatever of them is kept
   * @param answer is told what events say
   * @param streamed whether it is a stream of them
   */
  ReplyBody(IntPredicate room, long mostRead, ChatAnswer answer, boolean streamed) {
    this.room = room;
    this.mostRead = mostRead;
    this.answer = answer;
    this.events = streamed ? new ReplyEvents(answer::hear) : null;
  }

  /** Takes more in; false if there is no room for it, or nothing behind it is worth reading. */
  synchronized boolean take(ByteBuffer more) {
    byte[] taken = new byte[more.remaining()];
    more.get(taken);
    if (read == 0 && taken.length > 0 && !ReplyEvents.begins(taken, true)) {
      events = null;
    }
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

  private boolean hear(ReplyEvents stream, byte[] taken) {
    try {
      stream.take(taken);
    } catch (JacksonException e) {
      wrong = e;
      return false;
    }
    int growth = answer.size() + stream.waiting() - kept;
    kept += Math.max(growth, 0);
    return read <= mostRead && (growth <= 0 || room.test(growth));
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

  /** Whether there was not a byte of it. */
  synchronized boolean empty() {
    return read == 0;
  }

  synchronized boolean streamed() {
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
