// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import java.util.Objects;

/**
 * The final answer of a solution, how it was found and where.
 *
 * <p>Boxes, lines of four hashes and JSON fields are put there to be read, so they come first, and
 * among them the one that is written last. A phrase such as "the answer is" comes next, then a last
 * line that is a letter of a choice or yes or no and nothing else. The last number of the text is a
 * guess, and named as one.
 *
 * <p>Of several boxes the last one that is not empty counts, also where the text says "one box or
 * the other": a solution that gives two answers has left the choice open, and the reader must not
 * make an answer out of both that nobody wrote.
 *
 * @param text the answer alone, without what it was wrapped in; never blank
 * @param start where it begins in the text that was read
 * @param end behind its last character there
 */
public record FinalAnswer(Method method, String text, int start, int end) {

  /** What gave an answer away. */
  public enum Method {
    /** {@code \boxed{…}}. */
    BOXED,
    /** {@code #### …}, as in the solutions of GSM8K. */
    HASHES,
    /** The field {@code "answer"} of a JSON object, which may be broken elsewhere. */
    JSON,
    /** Between tags, {@code <answer>…</answer>}. */
    TAGGED,
    /** "The answer is …", "Answer: …". */
    STATED,
    /** A letter of a choice, stated or alone on the last line; the letter is the answer. */
    OPTION,
    /** Yes or no, stated or alone on the last line, in small letters. */
    YES_NO,
    /** What the last sentence concludes with, or what stands alone on the last line. */
    CONCLUDED,
    /** Nothing states an answer; this is the last number of the text. */
    LAST_NUMBER;

    /** Whether the solution itself says that this is its answer. */
    public boolean isStated() {
      return this != LAST_NUMBER;
    }
  }

  public FinalAnswer {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(text, "text");
  }
}
