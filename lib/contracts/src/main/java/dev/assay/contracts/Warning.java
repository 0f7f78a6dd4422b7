// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.Locale;
import java.util.Objects;

/**
 * Something that makes an answer worth less than its numbers say, or worth a look: told with the
 * answer, as whoever gets it may have nothing else to read.
 *
 * @param code what it is, one word for programs; a later build may know more of them
 * @param message one sentence for people, with the numbers in it
 */
public record Warning(String code, String message) {

  public Warning {
    code = Bounds.shortened(Objects.requireNonNull(code, "code"), Bounds.NAME);
    message = Bounds.shortened(Objects.requireNonNull(message, "message"), Bounds.REASON / 4);
  }

  /** The codes of this build. */
  public enum Code {
    /** Solutions or verdicts are one and the same text, and count as one. */
    NO_DIVERSITY,
    /** A server has read less than it was sent. */
    PROMPT_TRUNCATED,
    /** A solution was longer than a prompt shows, and was judged by a part of it. */
    SOLUTION_SHORTENED,
    /** The verifier judges what the same weights have written. */
    SAME_WEIGHTS,
    /** Many of the verifier's replies say neither right nor wrong. */
    UNREADABLE_VERDICTS,
    /** Answers or verdicts were not concluded by the model of its own accord. */
    FORCED_ENDINGS,
    /** What calls cost is known of some of them, or in currencies that cannot be added up. */
    PARTIAL_COST,
    /** The work ended since the policy's budget did. */
    BUDGET_EXHAUSTED;

    /** As it is on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One of this build's. */
  public static Warning of(Code code, String message) {
    return new Warning(code.word(), message);
  }
}
