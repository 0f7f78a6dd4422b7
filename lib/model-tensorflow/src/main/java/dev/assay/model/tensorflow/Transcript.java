// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of one completion as its tokens come in: puts characters together that are split over
 * tokens, and finds stop strings that are.
 */
final class Transcript {

  private final List<String> stops;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final StringBuilder text = new StringBuilder();
  private byte[] unfinished = {};
  private boolean stopped;

  Transcript(List<String> stops) {
    this.stops = stops;
  }

  /** Adds a token's bytes and returns the text that it completes. */
  String append(byte[] spelling) {
    ByteBuffer in = ByteBuffer.allocate(unfinished.length + spelling.length);
    in.put(unfinished).put(spelling).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    decoder.decode(in, out, false);
    unfinished = new byte[in.remaining()];
    in.get(unfinished);
    return appended(out.flip().toString());
  }

  /** No more tokens: what is still unfinished becomes a replacement character. */
  void end() {
    CharBuffer out = CharBuffer.allocate(unfinished.length + 1);
    decoder.decode(ByteBuffer.wrap(unfinished), out, true);
    decoder.flush(out);
    unfinished = new byte[0];
    if (!stopped) {
      appended(out.flip().toString());
    }
  }

  private String appended(String more) {
    int before = text.length();
    text.append(more);
    int first = Integer.MAX_VALUE;
    for (String stop : stops) {
      int at = text.indexOf(stop, Math.max(0, before - stop.length() + 1));
      first = at >= 0 ? Math.min(first, at) : first;
    }
    if (first < Integer.MAX_VALUE) {
      text.setLength(first);
      stopped = true;
    }
    return more;
  }

  /** Whether a stop string was completed; it and what follows are not part of the text. */
  boolean stopped() {
    return stopped;
  }

  String text() {
    return text.toString();
  }
}
