// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import dev.assay.prompts.reading.Paragraphs;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a step that was written anew is the old one again. Its number, its spacing and how it is
 * set make no other step of it; a sign or a digit does.
 */
final class SameStep {

  private static final Pattern NUMBER =
      Pattern.compile(
          "\\A[\\s#*_>]{0,20}(?:step\\s{0,3})?\\d{1,4}[.):]\\**", Pattern.CASE_INSENSITIVE);

  private static final Pattern SETTING = Pattern.compile("[\\s$`]+|\\*\\*|(?<![.:;,])[.:;,]++\\z");

  private SameStep() {}

  /**
   * Reads any texts, in proportion to their length.
   *
   * @param before the old step, which may have several paragraphs
   * @param now the first paragraph of another, or all of it
   */
  static boolean is(String before, String now) {
    String written = bare(now);
    List<String> paragraphs = Paragraphs.of(before);
    return written.isEmpty()
        || written.equals(bare(before))
        || (!paragraphs.isEmpty() && written.equals(bare(paragraphs.getFirst())));
  }

  private static String bare(String step) {
    String unnumbered = NUMBER.matcher(step).replaceFirst("");
    return SETTING.matcher(unnumbered.strip()).replaceAll("");
  }
}
