// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

/**
 * The most that each text of an event may take, so that every event fits into one record whatever a
 * model, a caller or a file writes. They are counted as they travel, in bytes of JSON in UTF-8
 * without the quotes: a control character takes six, a character of most scripts two or three.
 *
 * <p>They hold where a text is read for the first time. An event that is decoded is never refused
 * for its size: one that an earlier build wrote has a right to be read.
 */
public final class Bounds {

  /**
   * One record, body and headers. Kafka's brokers take 1 MiB unless told otherwise, and count their
   * own framing in.
   */
  public static final int RECORD = 1_000_000;

  /** A question, counted in plain UTF-8: some ten pages. */
  public static final int QUESTION = 32_768;

  /** What a model wrote for people: some thirty thousand tokens. Longer ones ramble. */
  public static final int TEXT = 131_072;

  /** The steps of one solution; a longer chain is a loop. */
  public static final int STEPS = 1_024;

  /** The steps of a solution that all steps of its outcome name, together. */
  public static final int COVERED = 2 * STEPS;

  /**
   * A final answer. The longest of the MATH data set has some two hundred; 64 different ones and
   * what each rule would have chosen have to fit into one record.
   */
  public static final int ANSWER = 2_048;

  /**
   * Why a step is wrong, a suggestion, a failure, or the beginning of a reply nobody could read.
   */
  public static final int REASON = 8_192;

  /** The name of a model or a version. */
  public static final int NAME = 512;

  private static final int ESCAPED = 2;
  private static final int CONTROL = 6;

  private Bounds() {}

  /** The bytes of JSON that a text takes on the wire, in one pass and without a copy. */
  public static long wireLength(CharSequence text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += wireLength(text, i);
    }
    return bytes;
  }

  /** Whether a text takes at most so many bytes on the wire. */
  public static boolean fits(CharSequence text, int most) {
    return text.length() <= most && wireLength(text) <= most;
  }

  /**
   * The text, or its beginning with a word of how much is missing.
   *
   * @param most bytes on the wire, at least 64
   */
  public static String shortened(String text, int most) {
    if (fits(text, most)) {
      return text;
    }
    // The longest note has 40 bytes.
    int end = prefix(text, most - 40);
    return text.substring(0, end) + " … (" + (text.length() - end) + " characters more)";
  }

  /** How many characters from the start take at most so many bytes; never half a character. */
  private static int prefix(String text, int most) {
    long bytes = 0;
    int end = 0;
    while (end < text.length()) {
      bytes += wireLength(text, end);
      if (bytes > most) {
        break;
      }
      end++;
    }
    return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  private static int wireLength(CharSequence text, int at) {
    char c = text.charAt(at);
    if (c < ' ') {
      // JSON has short forms for some of these; which ones a writer uses is its own affair.
      return CONTROL;
    }
    if (c < 0x80) {
      return c == '"' || c == '\\' ? ESCAPED : 1;
    }
    // Each half of a pair counts two of the pair's four; a half by itself is written as U+FFFD.
    return c < 0x800 || WellFormed.paired(text, at) ? 2 : 3;
  }
}
