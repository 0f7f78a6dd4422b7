// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A box of TeX, from its command to behind its end.
 *
 * @param doubled whether it stands in a string where every slash is doubled
 */
record Box(int start, int end, Span content, boolean doubled) {

  private static final Pattern WORDS =
      Pattern.compile("\\\\(?:text|textbf|mathrm|mathbf|textrm|mbox)\\s?\\{([^{}]*)\\}[.,]?");

  /** What it holds, as it is meant. */
  String answer(String text) {
    String written = content.of(text).strip();
    String plain = doubled ? written.replace("\\\\", "\\") : written;
    Matcher words = WORDS.matcher(plain);
    String inner = words.matches() ? words.group(1).strip() : plain;
    return inner.isEmpty() ? plain : inner;
  }

  boolean isBlank(String text) {
    return content.of(text).isBlank() || NoAnswer.isBlank(content.of(text));
  }
}
