// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;

/** What blank lines separate in a text, except those within code or displayed mathematics. */
public final class Paragraphs {

  private Paragraphs() {}

  /**
   * None of them is blank; reads any text, in one pass. One that would be more work than that is
   * one paragraph.
   */
  public static List<String> of(String text) {
    return WorkBudget.forText(text)
        .run(() -> read(text), () -> text.isBlank() ? List.of() : List.of(text.strip()));
  }

  private static List<String> read(String text) {
    List<String> paragraphs = new ArrayList<>();
    List<String> paragraph = new ArrayList<>();
    for (String line : Blocks.joined(text)) {
      if (line.isBlank()) {
        flush(paragraph, paragraphs);
      } else {
        paragraph.add(line);
      }
    }
    flush(paragraph, paragraphs);
    return List.copyOf(paragraphs);
  }

  /** Moves the lines to the end of the paragraphs, as one of them if there are any. */
  static void flush(List<String> lines, List<String> paragraphs) {
    if (!lines.isEmpty()) {
      paragraphs.add(String.join("\n", lines).strip());
      lines.clear();
    }
  }
}
