// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

/**
 * One word of a formula.
 *
 * @param text a number in plain digits, a command without its backslash, a letter or a sign
 * @param spaced whether white space stands before it
 */
record FormulaToken(Kind kind, String text, boolean spaced) {

  /** How a token was written, which is all that its text does not say. */
  enum Kind {
    /** Digits with at most one decimal point, without separators. */
    NUMBER,
    /** A LaTeX command, or the plain word or sign that stands for it. */
    COMMAND,
    LETTER,
    SIGN,
    END
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.COMMAND) && text.equals(sign);
  }
}
