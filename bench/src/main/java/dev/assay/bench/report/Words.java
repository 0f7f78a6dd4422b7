// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Fits text into places of a fixed width, where nothing else breaks its lines. */
final class Words {

  private Words() {}

  /** Lines of at most {@code width} characters, broken at spaces; a longer word stays whole. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** At most {@code longest} characters; an ellipsis says that there were more. */
  static String shorten(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
