// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

/**
 * A piece of a step, as far as arithmetic can tell pieces apart.
 *
 * @param text an operator or a number in its plain form, else as written
 * @param start its place in the step, and {@code end} the place after it
 * @param mate the index of the bracket that belongs to this one, or {@link #ALONE}
 */
record ClaimToken(Kind kind, String text, int start, int end, int mate) {

  static final int ALONE = -1;

  /** What a token may do in an expression. */
  enum Kind {
    NUMBER,
    OPERATOR,
    OPEN,
    CLOSE,
    FRACTION,
    ROOT,
    PERCENT,
    BANG,
    EQUAL,
    /** Equal, but not quite. */
    ABOUT,
    WORD,
    /** A currency sign, or what sets mathematics apart from prose: read over, but no space. */
    DELIMITER,
    PUNCTUATION,
    NEWLINE,
    /** A dash that opens a line: most likely a bullet, perhaps a minus. */
    BULLET,
    /** Anything else; nothing is known about what stands beside it. */
    SYMBOL
  }

  static ClaimToken of(Kind kind, String text, int start, int end) {
    return new ClaimToken(kind, text, start, end, ALONE);
  }

  ClaimToken with(int otherBracket) {
    return new ClaimToken(kind, text, start, end, otherBracket);
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean is(Kind wanted, String wantedText) {
    return kind == wanted && text.equals(wantedText);
  }

  /** Whether nothing, not even a space, lies between the two. */
  boolean touches(ClaimToken next) {
    return end == next.start;
  }
}
