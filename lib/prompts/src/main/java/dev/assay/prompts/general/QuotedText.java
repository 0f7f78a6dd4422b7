// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import dev.assay.prompts.reading.AsciiEquivalents;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of others inside a prompt. What would end its quotation, or would be a judgement if a reply
 * repeated it, is bent a little: still legible, no longer a tag or a marker.
 */
final class QuotedText {

  private static final Pattern TAG =
      Pattern.compile("<(?=\\s?/?\\s?(?:problem|step|review|think)\\b)", Pattern.CASE_INSENSITIVE);

  private QuotedText() {}

  static String of(String text) {
    // Found as a reader would find them, wide characters and all; replaced in the text as it is.
    StringBuilder quoted = new StringBuilder(text);
    String ascii = AsciiEquivalents.ascii(text);
    TAG.matcher(ascii).results().forEach(tag -> quoted.setCharAt(tag.start(), '‹'));
    Matcher marker = StepMention.OPENING.matcher(ascii);
    while (marker.find()) {
      if (marker.start("brace") >= 0) {
        quoted.setCharAt(marker.start("brace"), '(');
      } else {
        quoted.setCharAt(marker.start("tag"), '‹');
      }
    }
    return quoted.toString();
  }
}
