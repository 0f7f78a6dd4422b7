// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Json;
import dev.assay.messaging.redrive.StoredRecord;
import dev.assay.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * A record for people to look at. Its bytes may be anybody's: none of them reaches the terminal
 * that is no text, and not more than a screen or two of them.
 */
final class StoredRecordText {

  private static final int SHOWN_BYTES = 65_536;
  private static final int SHOWN_HEADERS = 64;
  private static final int LONGEST_VALUE = 2_048;
  private static final int LONGEST_NAME = 128;

  private StoredRecordText() {}

  /** Key, headers and body, as lines. */
  static List<String> lines(StoredRecord record) {
    List<String> lines = new ArrayList<>();
    lines.add("key       " + (record.key() == null ? "none" : text(record.key(), LONGEST_VALUE)));
    lines.add("headers   " + record.headers().size());
    record.headers().stream()
        .limit(SHOWN_HEADERS)
        .forEach(
            each ->
                lines.add(
                    "  %s: %s"
                        .formatted(
                            PlainText.line(each.name(), LONGEST_NAME),
                            text(each.value(), LONGEST_VALUE))));
    if (record.headers().size() > SHOWN_HEADERS) {
      lines.add("  … and %d more".formatted(record.headers().size() - SHOWN_HEADERS));
    }
    lines.add("body      %d bytes".formatted(record.body().length));
    body(record.body()).lines().forEach(lines::add);
    return lines;
  }

  private static String body(byte[] body) {
    if (body.length > SHOWN_BYTES) {
      return PlainText.of(decoded(Arrays.copyOf(body, SHOWN_BYTES)))
          + "\n… and %d more bytes".formatted(body.length - SHOWN_BYTES);
    }
    try {
      return PlainText.of(
          Json.mapper()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(Json.mapper().readTree(body)));
    } catch (JacksonException e) {
      return PlainText.of(decoded(body));
    }
  }

  private static String text(byte[] bytes, int most) {
    return PlainText.line(decoded(bytes), most);
  }

  /** What is not UTF-8 becomes U+FFFD. */
  private static String decoded(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
