// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import java.util.regex.Pattern;

/**
 * The words around a marker.
 *
 * @param lead what its sentence says before it, from the line above where that one is open
 * @param sentence the same without that line
 * @param behind the characters that follow in its sentence
 * @param rest their words
 * @param line what its line says before it
 * @param paragraph what its paragraph says before it
 * @param last whether nothing follows but the reason, under its label
 */
record MentionContext(
    Prose lead,
    Prose sentence,
    String behind,
    Prose rest,
    Prose line,
    Prose paragraph,
    boolean last) {

  private static final Pattern NOTHING_OR_LABEL =
      Pattern.compile(
          "[^\\p{L}\\p{N}]*+(?:$|" + StatedReasons.LABEL + ")", Pattern.CASE_INSENSITIVE);

  private static final int FAR = Sentences.FARTHEST;

  /**
   * @param text with its wide characters made ASCII
   * @param whole whether the text ends where its author ended it
   */
  static MentionContext of(String text, StepMention mention, boolean whole) {
    int lineStart = Sentences.lineStart(text, mention.start());
    int start = Sentences.start(text, mention.start());
    String above = start <= lineStart ? Sentences.leadingTo(text, lineStart) : "";
    String line = text.substring(lineStart, mention.start());
    int end = Sentences.end(text, mention.end());
    String behind = text.substring(mention.end(), end);
    String sentence = Sentences.item(text.substring(start, mention.start()));
    return new MentionContext(
        Prose.of(above + sentence),
        Prose.of(sentence),
        behind.strip(),
        Prose.of(behind),
        Prose.of(Sentences.item(line)),
        Prose.of(paragraph(text, mention.start())),
        isLast(text, end, whole));
  }

  private static String paragraph(String text, int end) {
    String before = text.substring(Math.max(0, end - FAR), end);
    return before.substring(before.lastIndexOf("\n\n") + 1);
  }

  private static boolean isLast(String text, int end, boolean whole) {
    String after = text.substring(end, Math.min(text.length(), end + FAR));
    var matcher = NOTHING_OR_LABEL.matcher(after);
    return matcher.lookingAt() && (whole || matcher.end() < after.length());
  }

  /** Whether its line begins with it. */
  boolean opensLine() {
    return line.isEmpty();
  }

  /** Whether its sentence ends with it. */
  boolean endsSentence() {
    return rest.isEmpty();
  }

  /** Whether what follows is set apart from it, by more than a space. */
  boolean isSetApart() {
    return !behind.isEmpty()
        && (!Character.isLetterOrDigit(behind.charAt(0))
            || Character.isUpperCase(behind.charAt(0)));
  }

  /** What follows, from its first word. */
  Prose reason() {
    return new Prose(" . " + rest.words().replaceFirst("^[ .,:]+", ""));
  }
}
