// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import java.util.ArrayList;
import java.util.List;

/** The steps of a free text: what blank lines separate. */
final class Paragraphs {

  private Paragraphs() {}

  static List<String> of(String text) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.isBlank()) {
        flush(paragraph, paragraphs);
      } else {
        paragraph.append(line).append('\n');
      }
    }
    flush(paragraph, paragraphs);
    return List.copyOf(paragraphs);
  }

  private static void flush(StringBuilder paragraph, List<String> paragraphs) {
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString().strip());
      paragraph.setLength(0);
    }
  }
}
