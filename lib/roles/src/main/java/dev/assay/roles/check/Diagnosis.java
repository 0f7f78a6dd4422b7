// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.text.PlainText;
import java.util.Locale;

/**
 * One thing that a check found out about a model, in words for people.
 *
 * @param what it is, in one line
 * @param expected what should be, and the setting that makes it so; empty where all is well
 */
public record Diagnosis(Severity severity, String what, String expected) {

  private static final int LONGEST = 600;
  private static final String EXPECTED = " (expected: ";

  /** What it means for answers. */
  public enum Severity {
    /** As it should be. */
    WELL,
    /** Something that could be better used. */
    ADVICE,
    /** Answers will be worse than they could be. */
    WARNING,
    /** The role cannot do its job. */
    FAULT;

    /** For people and for machines. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Diagnosis {
    what = PlainText.line(what, LONGEST);
    expected = PlainText.line(expected, LONGEST);
  }

  static Diagnosis well(String what) {
    return new Diagnosis(Severity.WELL, what, "");
  }

  static Diagnosis advice(String what, String expected) {
    return new Diagnosis(Severity.ADVICE, what, expected);
  }

  static Diagnosis warning(String what, String expected) {
    return new Diagnosis(Severity.WARNING, what, expected);
  }

  static Diagnosis fault(String what, String expected) {
    return new Diagnosis(Severity.FAULT, what, expected);
  }

  /**
   * Of a message that may say itself what was expected.
   *
   * @param otherwise what was, where it does not
   */
  static Diagnosis told(String message, String otherwise) {
    int at = message.lastIndexOf(EXPECTED);
    return at > 0 && message.endsWith(")")
        ? fault(
            message.substring(0, at),
            message.substring(at + EXPECTED.length(), message.length() - 1))
        : fault(message, otherwise);
  }

  /** In one line. */
  public String line() {
    return expected.isEmpty() ? what : what + EXPECTED + expected + ")";
  }
}
