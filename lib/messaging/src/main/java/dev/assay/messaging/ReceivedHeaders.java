// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers of a record that came in, of which anybody may have written any. */
final class ReceivedHeaders {

  private static final List<String> KNOWN =
      List.of(
          Envelope.EVENT_ID,
          Envelope.EVENT_TYPE,
          Envelope.CAUSED_BY,
          Envelope.TENANT,
          Envelope.TRACE);

  /** Characters, or bytes; the longest id has a third of it. */
  private static final int LONGEST = 512;

  private ReceivedHeaders() {}

  /** Those of the envelope that are texts of a sensible length. */
  static Map<String, String> read(Map<?, ?> headers) {
    Map<String, String> known = new LinkedHashMap<>();
    for (String name : KNOWN) {
      String text = text(headers.get(name));
      if (text != null) {
        known.put(name, text);
      }
    }
    return known;
  }

  /** A writer that does not say that a header is a text leaves bytes. */
  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case String text when text.length() <= LONGEST -> text;
      case byte[] bytes when bytes.length <= LONGEST -> new String(bytes, StandardCharsets.UTF_8);
      case null, default -> null;
    };
  }
}
