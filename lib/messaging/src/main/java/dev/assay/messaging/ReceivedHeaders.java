// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The headers of a record that came in, of which anybody may have written any. */
final class ReceivedHeaders {

  private static final List<String> KNOWN =
      Stream.concat(
              Stream.of(
                  Envelope.EVENT_ID,
                  Envelope.EVENT_TYPE,
                  Envelope.CAUSED_BY,
                  Envelope.TENANT,
                  Envelope.TRACE,
                  DeadLetterHeaders.REDRIVEN),
              TriedHeaders.ALL.stream())
          .toList();

  /** Bytes; the longest id has a third of it. */
  private static final int LONGEST = 512;

  private ReceivedHeaders() {}

  /** Those of ours that are texts of a sensible length. */
  static Map<String, String> read(Headers headers) {
    Map<String, String> known = new LinkedHashMap<>();
    for (String name : KNOWN) {
      Header header = headers.lastHeader(name);
      if (header != null && header.value() != null && header.value().length <= longest(name)) {
        known.put(name, new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return known;
  }

  private static int longest(String name) {
    return name.equals(TriedHeaders.HEARD) ? Heard.MOST_BYTES : LONGEST;
  }
}
